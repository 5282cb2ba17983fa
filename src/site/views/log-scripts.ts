import { hexToBytes } from '@noble/hashes/utils.js';
import { formatVkey, type VerifierKey } from '../../log/key.ts';
import { toBase64 } from '../../log/wire.ts';

/** What stands before a raw Ed25519 key in the form that OpenSSL reads (RFC 8410), for printf. */
const SPKI = '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000';

/** Verifies the log's own signature of its checkpoint with curl, coreutils and OpenSSL 3. `log` is the log's prefix. */
export function signatureCommand(log: string, key: VerifierKey): string {
  // The key's id is 32 bits: of the base64 behind it, five characters belong to it alone.
  const id = toBase64(hexToBytes(key.id)).slice(0, 5);
  return [
    `curl -fsSO ${log}checkpoint`,
    `sed '/^$/,$d' checkpoint >text`,
    `grep '^— ${key.name.replaceAll('.', '\\.')} ${id}' checkpoint | cut -d ' ' -f 3 | base64 -d | tail -c 64 >signature`,
    `(printf '${SPKI}'; echo ${toBase64(key.key)} | base64 -d) >key`,
    'openssl pkeyutl -verify -pubin -inkey key -keyform DER -rawin -in text -sigfile signature',
  ].join('\n');
}

/** Runs the program below with what Debian has of Go's checksum database. */
export function goCommand(log: string, key: VerifierKey): string {
  return `GO111MODULE=off GOPATH=/usr/share/gocode go run check.go ${log} '${formatVkey(key)}'`;
}

/**
 * Makes the root of a whole log from its entries and compares it with the signed one, with nothing but Go's standard
 * library and the code of Go's checksum database (as of golang.org/x/mod 0.7.0).
 */
export const GO_PROGRAM = `package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func get(path string) []byte {
	answer, err := http.Get(os.Args[1] + path)
	must(err)
	defer answer.Body.Close()
	if answer.StatusCode != 200 {
		log.Fatal(path, ": ", answer.Status)
	}
	body, err := io.ReadAll(answer.Body)
	must(err)
	return body
}

func main() {
	key, err := note.NewVerifier(os.Args[2])
	must(err)
	signed, err := note.Open(get("checkpoint"), note.VerifierList(key))
	must(err)
	lines := strings.Split(signed.Text, "\\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)

	var hashes []tlog.Hash
	read := tlog.HashReaderFunc(func(indexes []int64) (found []tlog.Hash, err error) {
		for _, index := range indexes {
			found = append(found, hashes[index])
		}
		return found, nil
	})
	for n := int64(0); n < size; {
		bundle := tlog.Tile{H: 8, L: -1, N: n / 256, W: 256}
		if size-n < 256 {
			bundle.W = int(size - n)
		}
		data := get(strings.Replace(bundle.Path(), "8/data", "entries", 1))
		for i := 0; i < bundle.W; i++ {
			end := 2 + int(data[0])<<8 + int(data[1])
			stored, err := tlog.StoredHashes(n, data[2:end], read)
			must(err)
			hashes, data = append(hashes, stored...), data[end:]
			n++
		}
	}
	root, err := tlog.TreeHash(size, read)
	must(err)
	if root.String() != lines[2] {
		log.Fatal("the entries have the root ", root, ", signed is ", lines[2])
	}
	fmt.Println(size, "entries have the signed root", root)
}
`;
