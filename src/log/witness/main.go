// A witness written against C2SP tlog-witness and tlog-cosignature with the code of Go's checksum database: it judges the
// client of ours that asks for cosignatures. It keeps what it saw in memory, and says where it listens.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run main.go <vkey of the log> <name of the witness>
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type witness struct {
	sync.Mutex
	log  note.Verifier
	name string
	key  ed25519.PrivateKey
	// The largest tree that was seen.
	size int64
	root tlog.Hash
}

// addCheckpoint answers with a status, a type and a body.
func (w *witness) addCheckpoint(body []byte) (int, string, string) {
	head, checkpoint, found := bytes.Cut(body, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	old, err := strconv.ParseInt(strings.TrimPrefix(lines[0], "old "), 10, 64)
	if !found || err != nil || !strings.HasPrefix(lines[0], "old ") {
		return 400, "", "no old size"
	}
	var proof tlog.TreeProof
	for _, line := range lines[1:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return 400, "", err.Error()
		}
		proof = append(proof, hash)
	}
	if origin, _, _ := strings.Cut(string(checkpoint), "\n"); origin != w.log.Name() {
		return 404, "", "unknown origin"
	}
	signed, err := note.Open(checkpoint, note.VerifierList(w.log))
	if err != nil {
		return 403, "", err.Error()
	}
	said := strings.Split(signed.Text, "\n")
	size, err := strconv.ParseInt(said[1], 10, 64)
	if err != nil || old > size {
		return 400, "", "bad size"
	}
	root, err := tlog.ParseHash(said[2])
	if err != nil {
		return 400, "", err.Error()
	}
	w.Lock()
	defer w.Unlock()
	if old != w.size || (size == w.size && root != w.root) {
		return 409, "text/x.tlog.size", fmt.Sprintln(w.size)
	}
	switch {
	case old == 0 && len(proof) > 0, old == size && len(proof) > 0:
		return 422, "", "a proof of nothing"
	case old > 0 && old < size:
		if err := tlog.CheckTree(proof, size, root, old, w.root); err != nil {
			return 422, "", err.Error()
		}
	}
	w.size, w.root = size, root
	return 200, "", w.cosign(signed.Text)
}

// cosign makes a signature line of type 0x04.
func (w *witness) cosign(text string) string {
	now := time.Now().Unix()
	signature := ed25519.Sign(w.key, []byte(fmt.Sprintf("cosignature/v1\ntime %d\n%s", now, text)))
	id := sha256.Sum256(append([]byte(w.name+"\n"), w.typed()...))
	line := binary.BigEndian.AppendUint64(id[:4:4], uint64(now))
	return fmt.Sprintf("— %s %s\n", w.name, base64.StdEncoding.EncodeToString(append(line, signature...)))
}

func (w *witness) typed() []byte {
	return append([]byte{4}, w.key.Public().(ed25519.PublicKey)...)
}

func main() {
	verifier, err := note.NewVerifier(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		log.Fatal(err)
	}
	w := &witness{log: verifier, name: os.Args[2], key: key}
	http.HandleFunc("/witness/add-checkpoint", func(rw http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil || r.Method != "POST" {
			rw.WriteHeader(400)
			return
		}
		status, kind, text := w.addCheckpoint(body)
		if kind != "" {
			rw.Header().Set("Content-Type", kind)
		}
		rw.WriteHeader(status)
		io.WriteString(rw, text)
	})
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	id := sha256.Sum256(append([]byte(w.name+"\n"), w.typed()...))
	fmt.Printf("%s+%x+%s http://%s/witness\n", w.name, id[:4], base64.StdEncoding.EncodeToString(w.typed()), listener.Addr())
	log.Fatal(http.Serve(listener, nil))
}
