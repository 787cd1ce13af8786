"""A whole stack in bad weather: people buy over HTTP while its processes are killed."""
