def read_pages(snapshots, knowledge, limits, bounds):
    return []
