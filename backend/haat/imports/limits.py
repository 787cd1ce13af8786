"""How much a file may hold. Each limit is far above what a shop needs and far below what hurts."""

FILE_BYTES_MAX = 100 * 1024 * 1024
UNPACKED_BYTES_MAX = 600 * 1024 * 1024  # of a spreadsheet's parts together
PACKED_RATIO_MAX = 250  # a part that unpacks to more than this is a bomb; sheets of equal rows reach 100
RATIO_FROM_BYTES = 8 * 1024 * 1024  # smaller parts may pack as well as they like
PARTS_MAX = 2_000
ROWS_MAX = 200_000
COLUMNS_MAX = 200
CELL_CHARS_MAX = 32_767  # what a spreadsheet cell holds
PREVIEW_ROWS = 8
HEADER_WITHIN = 10  # rows from the top among which the header is looked for
CHUNK_ROWS = 300
KEEP_DAYS = 90  # files, rows and results
UPLOAD_PIECE_BYTES = 256 * 1024
