"""Checks the open data of a site with the validators of each format, without the network."""

import csv
import hashlib
import io
import json
import pathlib
import re
import socket
import subprocess

import csvw
import frictionless
import hxl
import rdflib

FLAGS = {"c", "z", "m"}
ATOM = "{http://www.w3.org/2005/Atom}"


def check_data(site, pages, report):
    report.part("Open data")
    folders = sorted(path.parent for path in site.glob("data/*/counts.csv"))
    if any(page.is_internal for page in pages):
        public = [name for name in ("feed.xml", "dcat.jsonld", "ledger.csv", "site.zip")
                  if (site / name).exists()]
        public += [str(folder.relative_to(site)) for folder in folders]
        report.expect_none("pages for the team have no open data", public)
        return
    with no_network():
        for folder in folders:
            report.attempt(folder.name, check_block, folder, report)
        if not folders:
            report.skip("tables of closed blocks", "the site has no closed block")
        report.attempt("JSON", check_documents, site, report)
    report.attempt("ledger.csv", check_ledger, site, folders, report)
    report.attempt("feed.xml", check_feed, site, folders, report)


class no_network:
    """Makes every attempt to reach the network an error, so that no validator loads a schema."""

    def __enter__(self):
        self.connect = socket.socket.connect
        socket.socket.connect = self.refuse

    def __exit__(self, *_):
        socket.socket.connect = self.connect

    @staticmethod
    def refuse(_, address):
        raise AssertionError(f"a validator wanted to reach {address}")


def check_block(folder, report):
    name = folder.name
    content = (folder / "counts.csv").read_bytes()
    report.expect_none(f"{name}: counts.csv", table_faults(content), f"{len(content)} bytes")

    result = frictionless.validate(str(folder / "datapackage.json"))
    faults = [error.message for error in result.errors]
    faults += [error.message for task in result.tasks for error in task.errors]
    stats = [f"{task.stats['rows']} rows" for task in result.tasks if task.stats.get("rows")]
    # A package that describes no table is valid, too.
    faults += [] if faults or stats else ["no table was read"]
    report.expect_none(f"{name}: Frictionless", faults, ", ".join(stats))

    table = csvw.CSVW(str(folder / "counts.csv-metadata.json"), validate=True)
    valid = table.is_valid
    report.expect_none(f"{name}: CSVW", [] if valid else table.warnings or ["not valid"])

    check_hxl(name, folder, content, report)
    check_sums(name, folder, report)


def table_faults(content):
    """What no schema can say: order, ends of lines, flags beside empty values."""
    faults = []
    if b"\r" in content or not content.endswith(b"\n") or content.startswith(b"\xef\xbb\xbf"):
        faults.append("not plain lines with line feeds")
    header, *rows = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    if header[:2] != ["period", "table"] or header[-2:] != ["value", "flag"]:
        faults.append(f"columns {header}")
    for row in rows:
        table, codes, value, flag = row[1], row[2:-2], row[-2], row[-1]
        if not (re.fullmatch(r"[0-9]+", value) and not flag or not value and flag in FLAGS
                or value == "0" and flag == "z"):
            faults.append(f"value and flag of {row}")
        if any(re.fullmatch(r"[0-9]+[-/.][0-9]+", code) for code in codes) and "0,z" in content.decode():
            faults.append(f"a spreadsheet takes a code for a date: {row}")
        used = [name for name, code in zip(header[2:-2], codes) if code]
        if table != ("-".join(used) or "total"):
            faults.append(f"the table of {row}")
    keys = [tuple(row[:-2]) for row in rows]
    if len(set(keys)) < len(keys):
        faults.append("a cell is there twice")
    # A period belongs to a table; within a table the rows go by their codes.
    groups = [(row[0], row[1]) for row in rows]
    if groups != sorted(groups) or any(
            one > two for one, two in zip(keys, keys[1:]) if one[:2] == two[:2]):
        faults.append("the rows are not sorted")
    return faults


def check_hxl(name, folder, content, report):
    faults = []

    def note(problem):
        # A suggestion ("possible outlier") is no fault of a table that holds its own totals.
        if problem.rule.severity in ("error", "warning"):
            cell = problem.column.display_tag if problem.column else ""
            faults.append(f"row {problem.row.row_number if problem.row else '?'} {cell}: "
                          f"{problem.value} {problem.message or problem.rule.description}")

    path = folder / "counts.hxl.csv"
    source = hxl.data(hxl.make_input(str(path), hxl.InputOptions(allow_local=True)))
    hxl.schema(callback=note).validate(source)
    tags, *rows = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    # The validator passes over a column whose hashtag it cannot read.
    faults += [f"no hashtag: {tag}" for tag in tags.values() if not tag.startswith("#")]
    plain = list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))
    without_days = [{key: text for key, text in row.items() if key not in ("start", "end")}
                    for row in rows]
    # A band is written so that no spreadsheet takes it for a date, also where a frozen block did not.
    plain = [{key: re.sub(r"^(\d+)-(\d+)$", r"\1 to \2", text) for key, text in row.items()}
             for row in plain]
    if without_days != plain:
        faults.append("other rows than counts.csv")
    report.expect_none(f"{name}: HXL", faults, f"{len(rows)} rows")


def check_sums(name, folder, report):
    run = subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=folder,
                         capture_output=True, text=True, check=False)
    listed = {line.split("  ", 1)[1] for line in (folder / "SHA256SUMS").read_text().splitlines()}
    files = {path.name for path in folder.iterdir()} - {"SHA256SUMS"}
    faults = [] if run.returncode == 0 else [run.stdout + run.stderr]
    faults += [f"{file} is listed or there, not both" for file in sorted(listed ^ files)]
    report.expect_none(f"{name}: SHA256SUMS", faults, f"{len(files)} files")


def check_documents(site, report):
    for path in sorted(site.rglob("*.json")):
        try:
            json.loads(path.read_bytes())
            fault = []
        except ValueError as error:
            fault = [error]
        if "data" not in path.relative_to(site).parts[:1] or fault:
            report.expect_none(f"{path.relative_to(site)}: JSON", fault)
    path = site / "data" / "index.json"
    if path.exists():
        faults = []
        index = json.loads(path.read_bytes())
        for block in index["blocks"]:
            for name, digest in block["files"].items():
                faults += wrong_file(path.parent / name, digest.removeprefix("sha256:"))
        report.expect_none("data/index.json: files and digests", faults,
                           f"{len(index['blocks'])} blocks")
    check_catalogue(site, report)


def wrong_file(path, digest):
    if not path.is_file():
        return [f"{path.name} of {path.parent.name} is not there"]
    if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        return [f"{path.name} of {path.parent.name} has another digest"]
    return []


def check_catalogue(site, report):
    """Reads the catalogue as RDF, as a portal of open data does."""
    path = site / "dcat.jsonld"
    if not path.exists():
        report.skip("dcat.jsonld", "the site has none")
        return
    graph = rdflib.Graph()
    graph.parse(path, format="json-ld", publicID=path.as_uri())
    dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
    spdx = rdflib.Namespace("http://spdx.org/rdf/terms#")
    terms = rdflib.DCTERMS
    faults = []
    sets = set(graph.subjects(rdflib.RDF.type, dcat.Dataset))
    for dataset in sets:
        for needed in (terms.title, terms.description, terms.publisher, terms.license,
                       terms.issued, terms.temporal, dcat.distribution):
            if graph.value(dataset, needed, any=True) is None:
                faults.append(f"{dataset}: no {needed.fragment or needed}")
    folders = {}
    for part in graph.subjects(rdflib.RDF.type, dcat.Distribution):
        address = str(graph.value(part, dcat.downloadURL))
        file = site / address[address.index("/data/") + 1:]
        digest = graph.value(graph.value(part, spdx.checksum), spdx.checksumValue)
        faults += wrong_file(file, str(digest))
        folders[file.parent] = True
        if file.is_file() and int(graph.value(part, dcat.byteSize)) != file.stat().st_size:
            faults.append(f"{address}: another size")
    tables = {path.parent for path in site.glob("data/*/counts.csv")}
    faults += [f"{folder.name} is not in it" for folder in sorted(tables - set(folders))]
    report.expect_none("dcat.jsonld: RDF, files, sizes, digests", faults,
                       f"{len(graph)} statements, {len(sets)} data sets")


def check_ledger(site, folders, report):
    path = site / "ledger.csv"
    if not path.exists():
        report.skip("ledger.csv", "the site has none")
        return
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    faults = []
    for row in rows:
        faults += wrong_file(site / "data" / row["block"] / "counts.csv", row["sha256"])
    listed = {row["block"] for row in rows}
    faults += [f"{folder.name} is not in it" for folder in folders if folder.name not in listed]
    report.expect_none("ledger.csv: every block with its digest", faults, f"{len(rows)} blocks")


def check_feed(site, folders, report):
    path = site / "feed.xml"
    if not path.exists():
        name = "feed.xml"
        if folders:
            report.expect(name, False, "closed blocks, and no feed")
        else:
            report.skip(name, "no block is closed")
        return
    run = subprocess.run(["xmllint", "--noout", "--nonet", str(path)], capture_output=True,
                         text=True, check=False)
    report.expect("feed.xml: well-formed (xmllint)", run.returncode == 0, run.stderr.strip())
    if run.returncode == 0:
        faults, count = feed_faults(path, site)
        report.expect_none("feed.xml: Atom, links lead somewhere", faults, f"{count} entries")


def feed_faults(path, site):
    import xml.etree.ElementTree as trees
    feed = trees.parse(path).getroot()
    own = [link.get("href") for link in feed.findall(ATOM + "link") if link.get("rel") == "self"]
    base = own[0].removesuffix(path.name) if own else ""
    entries = feed.findall(ATOM + "entry")
    faults = [f"no {name}" for element in [feed, *entries] for name in ("id", "title", "updated")
              if not element.findtext(ATOM + name)]
    if not feed.findtext(f"{ATOM}author/{ATOM}name"):
        faults.append("no author")
    ids = [element.findtext(ATOM + "id") for element in [feed, *entries]]
    if len(set(ids)) < len(ids):
        faults.append("an id is there twice")
    times = [entry.findtext(ATOM + "updated") for entry in entries]
    newest = times[:1] or ["1970-01-01T00:00:00Z"]
    if times != sorted(times, reverse=True) or feed.findtext(ATOM + "updated") != newest[0]:
        faults.append("the newest entry is not the first one")
    for time in times:
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", time):
            faults.append(f"{time} is no time")
    for link in feed.iter(ATOM + "link"):
        target = link.get("href").removeprefix(base)
        if link.get("rel") != "self" and not pathlib.Path(site, target).is_file():
            faults.append(f"{link.get('href')} leads nowhere")
    return faults, len(entries)
