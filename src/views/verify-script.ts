/**
 * Redoes every verdict from batches.csv alone, with nothing but Python's standard library. It builds each
 * hash input from the figures (so that both checks of a match are one), in every text form documented.
 */
export const VERIFY_SCRIPT = `import csv, hashlib, sys

TIMES = ("created_at", "period_start", "period_end")
FIELDS = ("id",) + TIMES + (
    "tx_count", "revenue_sum", "referral_sum", "treasury_sum", "buyback_sum")

def as_postgres(time):
    return time

def as_api(time):
    return time.replace(" ", "T").replace("+00", "+00:00")

def as_milliseconds(time):
    second, _, fraction = time.replace(" ", "T").replace("+00", "").partition(".")
    return second + "." + (fraction + "000")[:3] + "Z"

def verdict(row):
    if row["public_hash"] == "":
        return "missing"
    for form in (as_postgres, as_api, as_milliseconds):
        text = "|".join(form(row[f]) if f in TIMES and row[f] else row[f] for f in FIELDS)
        if hashlib.sha256(text.encode("utf-8")).hexdigest() == row["public_hash"]:
            return "match" if text == row["hash_input"] else "other input"
    return "mismatch"

counts, differ = {"match": 0, "mismatch": 0, "missing": 0}, 0
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        found = verdict(row)
        counts[found] = counts.get(found, 0) + 1
        if found != row["hash_verdict"]:
            differ += 1
            print(row["id"], "is stated as", row["hash_verdict"], "but is", found)
print(", ".join(f"{count} {name}" for name, count in counts.items()))
sys.exit(1 if differ else 0)
`;
