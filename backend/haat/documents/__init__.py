"""Papers of sales: invoices, credit notes, the brand's own invoices to sellers, payout statements, packing slips."""
