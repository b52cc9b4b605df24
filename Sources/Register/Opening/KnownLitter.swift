/// Files that systems, editors and services leave in folders, and that no register holds.
enum KnownLitter {
  /// Whole names, in small letters.
  static let names = [".ds_store", "desktop.ini", "thumbs.db", "ehthumbs.db", "._.ds_store"]

  /// The lines with which git leaves them out.
  static let ignored = """
    # What systems, editors and shared folders leave behind:
    .DS_Store
    ._*
    .AppleDouble
    .Spotlight-V100
    .Trashes
    [Dd]esktop.ini
    [Tt]humbs.db
    [Ee]hthumbs.db
    $RECYCLE.BIN
    .directory
    .Trash-*
    .fuse_hidden*
    .nfs*
    *~
    .*.sw?
    .~lock.*#
    ~$*

    """
}
