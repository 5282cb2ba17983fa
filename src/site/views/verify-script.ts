/**
 * Redoes every verdict from batches.csv alone, with nothing but Python's standard library. It builds each
 * hash input from the figures (so that both checks of a match are one), in every text form documented and in every
 * time zone and date style that the file names.
 */
export const VERIFY_SCRIPT = `import csv, hashlib, sys
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

TIMES = ("created_at", "period_start", "period_end")
FIELDS = ("id",) + TIMES + (
    "tx_count", "revenue_sum", "referral_sum", "treasury_sum", "buyback_sum")
STYLES = {
    "ISO": "%Y-%m-%d %H:%M:%S{f}{z}",
    "German": "%d.%m.%Y %H:%M:%S{f} %Z",
    "SQL, MDY": "%m/%d/%Y %H:%M:%S{f} %Z",
    "SQL, DMY": "%d/%m/%Y %H:%M:%S{f} %Z",
    "Postgres, MDY": "%a %b %d %H:%M:%S{f} %Y %Z",
    "Postgres, DMY": "%a %d %b %H:%M:%S{f} %Y %Z",
}

def as_postgres(time):
    return time

def as_api(time):
    return time.replace(" ", "T").replace("+00", "+00:00")

def as_milliseconds(time):
    second, _, fraction = time.replace(" ", "T").replace("+00", "").partition(".")
    return second + "." + (fraction + "000")[:3] + "Z"

def in_session(name):
    zone, _, style = name.partition(" ")
    def as_session(time):
        second, dot, fraction = time.removesuffix("+00").partition(".")
        local = datetime.strptime(second, "%Y-%m-%d %H:%M:%S").replace(
            tzinfo=timezone.utc).astimezone(ZoneInfo(zone))
        z = local.strftime("%z")
        z = z[:3] if z[3:] == "00" else z[:3] + ":" + z[3:]
        return local.strftime(STYLES[style].format(f=dot + fraction, z=z))
    return as_session

FORMS = {"postgres-utc": as_postgres, "api-iso": as_api, "iso-milliseconds": as_milliseconds}

def verdict(row):
    if row["public_hash"] == "":
        return "missing"
    for form in FORMS.values():
        text = "|".join(form(row[f]) if f in TIMES and row[f] else row[f] for f in FIELDS)
        if hashlib.sha256(text.encode("utf-8")).hexdigest() == row["public_hash"]:
            return "match" if text == row["hash_input"] else "other input"
    # Without what was published before, a wrong hash and one made in an unknown form look the same.
    stated = row["hash_verdict"]
    return stated if stated == "not-recomputable" else "mismatch"

with open(sys.argv[1], newline="", encoding="utf-8") as file:
    rows = list(csv.DictReader(file))
for name in sorted({row["hash_form"] for row in rows} - set(FORMS) - {""}):
    FORMS[name] = in_session(name)
counts, differ = {"match": 0, "mismatch": 0, "missing": 0, "not-recomputable": 0}, 0
for row in rows:
    found = verdict(row)
    counts[found] = counts.get(found, 0) + 1
    if found != row["hash_verdict"]:
        differ += 1
        print(row["id"], "is stated as", row["hash_verdict"], "but is", found)
print(", ".join(f"{count} {name}" for name, count in counts.items()))
sys.exit(1 if differ else 0)
`;
