"""Checks the files of a site as files: sizes, links, data in pages, a second build."""

import hashlib
import json
import urllib.parse
import zipfile

LARGEST_PAGE = 60 * 1024
LARGEST_STYLE = 8 * 1024
LARGEST_SITE = 2 * 1024 * 1024
# The budget of a whole site is that of so many languages and closed blocks.
LANGUAGES, BLOCKS = 3, 8


def check_files(site, pages, report):
    report.part("Files")
    sizes = {path.relative_to(site).as_posix(): path.stat().st_size
             for path in sorted(site.rglob("*")) if path.is_file()}
    heavy = [f"{page.name}: {sizes[page.name]} bytes" for page in pages
             if sizes[page.name] > LARGEST_PAGE]
    largest = max((sizes[page.name] for page in pages), default=0)
    report.expect_none("no page over 60 KB", heavy, f"{len(pages)} pages, up to {largest} bytes")
    styles = sum(size for name, size in sizes.items() if name.endswith(".css"))
    report.expect("style sheets: together at most 8 KB", styles <= LARGEST_STYLE, f"{styles} bytes")
    check_whole(site, pages, sizes, report)
    check_links(site, pages, report)
    check_json_ld(site, pages, report)
    check_archive(site, report)


def check_whole(site, pages, sizes, report):
    languages = len({page.language for page in pages})
    blocks = len(list(site.glob("data/*/counts.csv")))
    # The archive holds all the rest once more; nobody loads it to read a page.
    whole = sum(size for name, size in sizes.items() if name != "site.zip")
    size = f"{whole} bytes, {languages} languages, {blocks} blocks"
    if languages > LANGUAGES or blocks > BLOCKS:
        report.skip("whole site: at most 2 MB", f"that is for fewer than {size}")
    else:
        report.expect("whole site: at most 2 MB", whole <= LARGEST_SITE, size)


def check_links(site, pages, report):
    """Every link leads to a file, and to a place in it, without a server."""
    ids = {page.path.resolve(): set(page.ids) for page in pages}
    faults, elsewhere, count = [], set(), 0
    for page in pages:
        for link in page.links:
            fault, address = follow(link, page, site, ids)
            count += 1
            if address:
                elsewhere.add(address)
            if fault:
                faults.append(f"{page.name}: {link}: {fault}")
    report.expect_none("all links lead somewhere", faults, f"{count} links")
    if elsewhere:
        report.skip("addresses elsewhere answer",
                    "nothing is loaded from the network: " + ", ".join(sorted(elsewhere)))


def follow(link, page, site, ids):
    """Returns what is wrong with a link, and its address when it leaves the site."""
    parts = urllib.parse.urlsplit(link)
    if parts.scheme or parts.netloc:
        known = parts.scheme in ("https", "http", "mailto", "tel", "sms")
        return (None if known else "no way to go there"), link
    if parts.path.startswith("/"):
        return "works on one server only", None
    target = page.path
    if parts.path:
        target = page.path.parent / urllib.parse.unquote(parts.path)
    target = target.resolve()
    if not target.is_relative_to(site):
        return "leaves the site", None
    if target.is_dir():
        return "a folder shows no page without a server", None
    if not target.is_file():
        return "no such file", None
    fragment = urllib.parse.unquote(parts.fragment)
    if fragment and target in ids and fragment not in ids[target]:
        return "no such place in the page", None
    return None, None


def check_json_ld(site, pages, report):
    """The data set that a page describes is complete, and its files are there."""
    faults, count = [], 0
    for page in pages:
        for text in page.json_ld:
            count += 1
            try:
                faults += [f"{page.name}: {fault}" for fault in dataset_faults(text, page, site)]
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                faults.append(f"{page.name}: {type(error).__name__}: {error}")
    if count:
        report.expect_none("JSON-LD in pages: complete, files and digests agree", faults,
                           f"{count} data sets")
    else:
        report.skip("JSON-LD in pages", "no page has any")


def dataset_faults(text, page, site):
    data = json.loads(text)
    needed = ["@context", "name", "description", "license", "creator", "distribution"]
    faults = [f"no {key}" for key in needed if not data.get(key)]
    if data["@type"] != "Dataset":
        faults.append(f"the type is {data['@type']}")
    # Search engines refuse others.
    if not 50 <= len(data["description"]) <= 5000:
        faults.append(f"a description of {len(data['description'])} characters")
    root = data["url"][:-len(page.name)] if data.get("url", "").endswith(page.name) else None
    for download in data["distribution"]:
        address = download["contentUrl"]
        if root and address.startswith(root):
            file = site / address[len(root):]
        else:
            file = (page.path.parent / address).resolve()
        if not file.is_relative_to(site) or not file.is_file():
            faults.append(f"{address} is not there")
        elif hashlib.sha256(file.read_bytes()).hexdigest() != download["sha256"]:
            faults.append(f"{address} has another digest")
    return faults


def check_archive(site, report):
    path = site / "site.zip"
    if not path.exists():
        report.skip("site.zip", "the site has none")
        return
    with zipfile.ZipFile(path) as archive:
        faults = [archive.testzip()] if archive.testzip() else []
        names = archive.namelist()
        files = {file.relative_to(site).as_posix(): file for file in site.rglob("*")
                 if file.is_file() and file != path and not file.name.startswith(".")}
        faults += [f"{name} is missing or too much" for name in sorted(set(names) ^ set(files))]
        faults += [f"{name} differs" for name in names
                   if name in files and archive.read(name) != files[name].read_bytes()]
    report.expect_none("site.zip: whole, and the same files", faults, f"{len(names)} files")


def check_same(site, second, report):
    """Two builds are equal byte for byte; the second had another time zone and another locale."""
    name = "a second build is the same"
    if second is None:
        report.skip(name, "there is one build")
        return
    files = [{path.relative_to(root).as_posix(): path.read_bytes()
              for path in root.rglob("*") if path.is_file()} for root in (site, second)]
    faults = [name for name in sorted(set(files[0]) | set(files[1]))
              if files[0].get(name) != files[1].get(name)]
    report.expect_none(name, faults, f"{len(files[0])} files")
