#!/bin/sh
# Verifies one proof that a site of Terang gave out, with a POSIX shell, awk, od, head, tail and OpenSSL 3 alone (macOS has
# LibreSSL under that name, which can not: put another before it in PATH):
#
#   sh verify.sh proof.json policy
#
# The figures of a batch make its hash; the record has the hash that its entry holds; the entry is in the log; the log, whose
# key the policy names, signed it; and as many witnesses as the policy asks for have seen it. The policy (c2sp.org/tlog-policy) is
# yours: from another place than the proof. Ends with 0 when all is right, 1 when something is wrong, 2 when none is wrong
# and something is not known. Formats: RFC 6962 and 9162; C2SP signed-note, tlog-cosignature, tlog-proof.
set -u
LC_ALL=C
export LC_ALL
[ $# -eq 2 ] && [ -r "$1" ] && [ -r "$2" ] || { echo 'sh verify.sh <proof.json> <policy>' >&2; exit 2; }
policy=$2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
worst=0

right() { echo "right      $1"; }
wrong() { echo "WRONG      $1"; worst=1; }
unknown() { echo "not known  $1"; [ $worst -eq 1 ] || worst=2; }

sha256() { openssl dgst -sha256 -binary; }
hex() { od -An -v -tx1 | tr -d ' \n'; }
decode() { openssl base64 -d -A; }
encode() { openssl base64 -A; }

# The strings of the bundle that are called $2, a file each: $work/$2.1, $work/$2.2 …
strings() {
  awk -v name="\"$2\":\"" -v out="$work/$2." '
    { text = text $0 }
    END {
      gsub(/"record":null/, "\"record\":\"\"", text)
      while ((at = index(text, name)) > 0) {
        text = substr(text, at + length(name))
        file = out (++count)
        printf "" > file
        for (i = 1; (c = substr(text, i, 1)) != "\"" && c != ""; i++) {
          if (c == "\\") {
            c = substr(text, ++i, 1)
            if (c == "n") c = "\n"; else if (c == "t") c = "\t"; else if (c == "r") c = "\r"
            else if (index("\"\\/", c) == 0) exit 3
          }
          printf "%s", c > file
        }
        close(file)
        text = substr(text, i)
      }
    }' "$1"
}

# A field of the first value of a batch, from its record.
field() { sed -n "s/^.*\"value\":{.*\"$1\":\"\([^\"]*\)\".*\$/\1/p" "$record"; }

figures() {
  grep -q '^{"dataset":"batches",.*"kind":"first"' "$record" || return 0
  text=$(field id)
  for name in created_at period_start period_end tx_count revenue_sum referral_sum treasury_sum buyback_sum; do
    text="$text|$(field $name)"
  done
  made=$(printf '%s' "$text" | sha256 | hex)
  if [ "$made" = "$(field public_hash)" ]; then right "the figures make the batch hash: $made"
  else unknown "the figures make the batch hash: not as the database prints them in UTC ($text)"; fi
}

held() {
  hash=$(sed -n 's/^{"hash":"\([0-9a-f]*\)",.*$/\1/p' "$entry")
  if [ "$(sha256 <"$record" | hex)" = "$hash" ]; then right "the record has the hash that the entry holds"
  else wrong "the record has the hash that the entry holds"; fi
}

# RFC 9162, section 2.1.3.2.
included() {
  index=$(sed -n '2,3s/^index \([0-9]*\)$/\1/p' "$proof")
  size=$(sed -n '2p' "$work/text")
  fn=$index sn=$((size - 1)) good=yes
  [ "$index" -lt "$size" ] || good=no
  { printf '\000'; cat "$entry"; } | sha256 >"$work/hash"
  for sibling in $(sed -n '/^$/q;/^[A-Za-z0-9+\/]*=*$/p' "$proof"); do
    [ $sn -gt 0 ] || good=no
    printf '%s' "$sibling" | decode >"$work/sibling"
    if [ $((fn % 2)) -eq 1 ] || [ "$fn" -eq "$sn" ]; then
      { printf '\001'; cat "$work/sibling" "$work/hash"; } | sha256 >"$work/next"
      while [ $((fn % 2)) -eq 0 ] && [ "$fn" -ne 0 ]; do fn=$((fn / 2)) sn=$((sn / 2)); done
    else
      { printf '\001'; cat "$work/hash" "$work/sibling"; } | sha256 >"$work/next"
    fi
    mv "$work/next" "$work/hash"
    fn=$((fn / 2)) sn=$((sn / 2))
  done
  if [ $good = yes ] && [ $sn -eq 0 ] && [ "$(encode <"$work/hash")" = "$(sed -n '3p' "$work/text")" ]
  then right "the entry is in the log of this checkpoint: $index of $size"
  else wrong "the entry is in the log of this checkpoint: $index of $size"; fi
}

# Whether the key of vkey $1 made the signature in $work/sig over $work/message.
signed() {
  { printf '\060\052\060\005\006\003\053\145\160\003\041\000'; printf '%s' "${1#*+*+}" | decode | tail -c +2; } >"$work/key"
  openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key" -rawin -in "$work/message" -sigfile "$work/sig" \
    >/dev/null 2>&1
}

# What stands behind the key's id in the signature of vkey $1, in $work/line.
signature() {
  vkey_id=${1#*+}
  for encoded in $(awk -v name="${1%%+*}" '$1 == "—" && $2 == name { print $3 }' "$work/note"); do
    printf '%s' "$encoded" | decode >"$work/line"
    [ "$(head -c 4 "$work/line" | hex)" = "${vkey_id%%+*}" ] && return 0
  done
  return 1
}

# Whether the witnesses whose names stand in $1 are enough for the policy: met, few, none (it asks for nobody), or bad where
# it has a key or a name twice, or names whom it has not introduced.
quorum() {
  awk -v seen="$1" '
    $1 == "log" || $1 == "witness" {
      vkey = $1 == "log" ? $2 : $3
      key = substr(vkey, index(vkey, "+") + 1); key = $1 substr(key, index(key, "+") + 1)
      if (key in keys) bad = 1
      keys[key] = 1
    }
    $1 == "witness" || $1 == "group" { if ($2 in met || $2 == "none") bad = 1 }
    $1 == "witness" { met[$2] = index(seen, " " $2 " ") > 0 }
    $1 == "group" {
      count = 0
      for (i = 4; i <= NF; i++) {
        if (!($i in met) || $i in grouped) bad = 1
        grouped[$i] = 1
        count += met[$i]
      }
      least = $3 == "any" ? 1 : $3 == "all" ? NF - 3 : $3
      if (least !~ /^[1-9][0-9]*$/ || least + 0 > NF - 3) bad = 1
      met[$2] = count >= least + 0
    }
    $1 == "quorum" { if (quorum != "" || NF != 2 || ($2 != "none" && !($2 in met))) bad = 1; quorum = $2 }
    END { print bad || quorum == "" ? "bad" : quorum == "none" ? "none" : met[quorum] ? "met" : "few" }
  ' "$policy"
}

signatures() {
  origin=$(sed -n '1p' "$work/text")
  good=other
  for vkey in $(awk '$1 == "log" { print $2 }' "$policy"); do
    [ "${vkey%%+*}" = "$origin" ] && signature "$vkey" || continue
    tail -c +5 "$work/line" >"$work/sig"
    cp "$work/text" "$work/message"
    if signed "$vkey"; then good=yes; elif [ $good = other ]; then good=no; fi
  done
  if [ $good = yes ]; then right "the log signed this checkpoint: $origin"
  elif [ $good = other ] && grep -qF -- "— $origin " "$work/note"
  then unknown "the log signed this checkpoint: $origin, with a key that the policy does not name (verify.mjs follows its keys)"
  else wrong "the log signed this checkpoint: $origin"; fi
  seen=''
  for witness in $(awk '$1 == "witness" { print $2 }' "$policy"); do
    vkey=$(awk -v name="$witness" '$1 == "witness" && $2 == name { print $3; exit }' "$policy")
    signature "$vkey" || continue
    time=0
    for byte in $(od -An -v -tu1 -j4 -N8 "$work/line"); do time=$((time * 256 + byte)); done
    { printf 'cosignature/v1\ntime %s\n' "$time"; cat "$work/text"; } >"$work/message"
    tail -c +13 "$work/line" >"$work/sig"
    if ! signed "$vkey"; then wrong "a witness has seen it: not $witness"
    # A time behind the year 9999 (or one that the shell could not count) is none.
    elif [ "$time" -ge 0 ] && [ "$time" -le 253402300799 ]; then seen="$seen $witness"; fi
  done
  case $(quorum "$seen ") in
    met) right "as many witnesses as the policy asks for have seen it:$seen" ;;
    none) unknown "as many witnesses as the policy asks for have seen it: it asks for none; seen by:$seen" ;;
    few) unknown "as many witnesses as the policy asks for have seen it: fewer; seen by:$seen" ;;
    *) unknown "as many witnesses as the policy asks for have seen it: the policy does not say in its form who they are" ;;
  esac
}

for name in entry record proof; do strings "$1" $name || { echo 'this proof has characters that need verify.mjs' >&2; exit 2; }; done
count=0
while [ -r "$work/entry.$((count + 1))" ]; do
  count=$((count + 1))
  # Who signs for the log from when on: verify.mjs follows that.
  grep -q '"kind":"key"' "$work/entry.$count" && continue
  entry=$work/entry.$count record=$work/record.$count proof=$work/proof.$count
  echo "$(cat "$entry")"
  sed '1,/^$/d' "$proof" >"$work/note"
  awk '/^$/ { exit } { print }' "$work/note" >"$work/text"
  if [ -s "$record" ]; then figures; held; else unknown 'the record has the hash that the entry holds: no record'; fi
  included
  signatures
done
[ $count -gt 0 ] || { echo 'there is no proof in it' >&2; exit 2; }
exit $worst
