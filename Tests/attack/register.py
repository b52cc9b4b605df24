"""Makes the registers of the simulation: rows of a table to import, with the usual skew."""

import csv
import datetime
import random

FIRST_YEAR = 2024
YEARS = 3

REGIONS = {
    "R1": ["R101", "R102", "R103"], "R2": ["R201", "R202"], "R3": ["R301", "R302"], "R4": ["R401"],
}
AREAS = {"R101": 22, "R102": 14, "R103": 6, "R201": 18, "R202": 9, "R301": 12, "R302": 4,
         "R401": 10, "": 3}
CATEGORIES = {"thanks": 5, "information": 18, "suggestion": 3, "rumour": 2, "assistance": 30,
              "minor": 25, "major": 12, "out-of-scope": 5}
CHANNELS = {"hotline": 38, "field": 22, "box": 12, "committee": 9, "desk": 8, "email": 4,
            "partner": 4, "social": 3}
SEXES = {"female": 54, "male": 41, "": 5}
AGES = {"0-4": 1, "5-11": 2, "12-17": 5, "18-59": 70, "60+": 14, "": 8}
DELAYS = {(0, 3): 20, (4, 7): 24, (8, 15): 30, (16, 30): 13, (31, 60): 6, (61, 200): 4, None: 3}
OUTCOMES = {
    True: {"upheld": 34, "partly-upheld": 18, "not-upheld": 26, "referred": 8, "withdrawn": 5,
           "duplicate": 5, "invalid": 4},
    False: {"answered": 52, "assisted": 20, "noted": 14, "referred": 8, "duplicate": 4, "invalid": 2},
}
FIELDS = ["number", "received", "closed", "category", "outcome", "area", "channel", "sex", "age"]

MAP = """\
defaults:
  language: en
external:
  prefix: sim-
  column: number
columns:
  - {column: received, as: coded, to: received, format: yyyy-MM-dd}
  - {column: closed, as: coded, to: closed, format: yyyy-MM-dd}
""" + "".join(f"  - {{column: {field}, as: coded, to: {field}}}\n" for field in FIELDS[3:])

AREAS_FILE = "areas:\n" + "".join(
    f"  - code: {region}\n    labels: {{en: Region {region[1:]}}}\n" + "".join(
        f"  - code: {district}\n    parent: {region}\n    labels: {{en: District {district[1:]}}}\n"
        for district in districts)
    for region, districts in REGIONS.items()) + "units: []\nprojects: []\n"


def rows(cases_a_year, seed):
    """Cases in the order in which they were received; `known` is the day a row reached the table."""
    generator = random.Random(f"{seed} {cases_a_year}")

    def pick(weights):
        return generator.choices(list(weights), list(weights.values()))[0]

    found = []
    for _ in range(cases_a_year * YEARS):
        day = datetime.date(FIRST_YEAR, 1, 1) + datetime.timedelta(
            int(generator.random() * 365.3 * YEARS))
        delay, category = pick(DELAYS), pick(CATEGORIES)
        closed = delay and day + datetime.timedelta(generator.randint(*delay))
        late = generator.random() < 0.04
        found.append({
            "received": day, "closed": closed, "category": category,
            "outcome": pick(OUTCOMES[category in ("minor", "major")]), "area": pick(AREAS),
            "channel": pick(CHANNELS), "sex": pick(SEXES), "age": pick(AGES),
            "known": day + datetime.timedelta(generator.randint(10, 120) if late else 0),
        })
    found.sort(key=lambda row: (row["received"], row["known"]))
    for number, row in enumerate(found, 1):
        row["number"] = number
    return found


def write(file, chosen, today):
    """Writes rows as they are known on a day: what is closed later is still open."""
    with file.open("w", newline="") as text:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(FIELDS)
        for row in chosen:
            is_closed = row["closed"] and row["closed"] <= today
            shown = {**row, "closed": row["closed"] if is_closed else "",
                     "outcome": row["outcome"] if is_closed else ""}
            writer.writerow([shown[field] for field in FIELDS])


def quarters():
    """First and last day of each quarter."""
    for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
        for quarter in range(4):
            first = datetime.date(year, 3 * quarter + 1, 1)
            after = datetime.date(year + (quarter == 3), (3 * quarter + 3) % 12 + 1, 1)
            yield first, after - datetime.timedelta(1)
