// A log that asks a witness for cosignatures, written against C2SP tlog-witness and tlog-cosignature with the code of Go's
// checksum database: it judges the witness of ours that answers. It says what was answered to each request, a line of JSON
// each, and verifies every cosignature itself.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run main.go <secret of the log> <vkey of the witness> <prefix>
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
	"sync"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// tree is a log in memory.
type tree struct {
	hashes []tlog.Hash
}

func (t *tree) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, index := range indexes {
		hashes = append(hashes, t.hashes[index])
	}
	return hashes, nil
}

func grown(size int64, altered int64) *tree {
	t := &tree{}
	for n := int64(0); n < size; n++ {
		text := fmt.Sprint(n)
		if n == altered {
			text = "another"
		}
		hashes, err := tlog.StoredHashes(n, []byte(text), t)
		if err != nil {
			log.Fatal(err)
		}
		t.hashes = append(t.hashes, hashes...)
	}
	return t
}

func (t *tree) checkpoint(size int64, signer note.Signer) []byte {
	root, err := tlog.TreeHash(size, t)
	if err != nil {
		log.Fatal(err)
	}
	text := fmt.Sprintf("%s\n%d\n%s\n", signer.Name(), size, root)
	signed, err := note.Sign(&note.Note{Text: text}, signer)
	if err != nil {
		log.Fatal(err)
	}
	return signed
}

func (t *tree) request(old, size int64, signer note.Signer) []byte {
	var body bytes.Buffer
	fmt.Fprintf(&body, "old %d\n", old)
	if old > 0 && old < size {
		proof, err := tlog.ProveTree(size, old, t)
		if err != nil {
			log.Fatal(err)
		}
		for _, hash := range proof {
			fmt.Fprintln(&body, hash)
		}
	}
	body.WriteString("\n")
	body.Write(t.checkpoint(size, signer))
	return body.Bytes()
}

// cosigner verifies signatures of type 0x04.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func newCosigner(vkey string) cosigner {
	parts := strings.SplitN(vkey, "+", 3)
	data, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(data) != 33 || data[0] != 4 {
		log.Fatal("no vkey of a witness")
	}
	id := sha256.Sum256(append([]byte(parts[0]+"\n"), data...))
	if fmt.Sprintf("%x", id[:4]) != parts[1] {
		log.Fatal("another key id")
	}
	return cosigner{parts[0], binary.BigEndian.Uint32(id[:4]), ed25519.PublicKey(data[1:])}
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.hash }
func (c cosigner) Verify(message, signature []byte) bool {
	if len(signature) != 72 {
		return false
	}
	time := binary.BigEndian.Uint64(signature[:8])
	return ed25519.Verify(c.key, []byte(fmt.Sprintf("cosignature/v1\ntime %d\n%s", time, message)), signature[8:])
}

type answer struct {
	Case     string
	Status   int
	Type     string
	Body     string
	Cosigned bool
}

func main() {
	signer, err := note.NewSigner(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	witness := newCosigner(os.Args[2])
	prefix := os.Args[3]

	post := func(name string, body []byte) answer {
		response, err := http.Post(prefix+"/add-checkpoint", "application/octet-stream", bytes.NewReader(body))
		if err != nil {
			log.Fatal(err)
		}
		defer response.Body.Close()
		said, err := io.ReadAll(response.Body)
		if err != nil {
			log.Fatal(err)
		}
		result := answer{name, response.StatusCode, response.Header.Get("Content-Type"), string(said), false}
		if response.StatusCode == 200 {
			_, checkpoint, _ := bytes.Cut(body, []byte("\n\n"))
			opened, err := note.Open(append(checkpoint, said...), note.VerifierList(witness))
			result.Cosigned = err == nil && len(opened.Sigs) == 1
		}
		return result
	}
	say := func(one answer) {
		line, err := json.Marshal(one)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(string(line))
	}

	honest, fork := grown(1000, -1), grown(1000, 7)
	stranger, _, _ := note.GenerateKey(nil, "stranger.example")
	other, err := note.NewSigner(stranger)
	if err != nil {
		log.Fatal(err)
	}
	impostor, _, _ := note.GenerateKey(nil, signer.Name())
	forged, err := note.NewSigner(impostor)
	if err != nil {
		log.Fatal(err)
	}
	without := func(body []byte) []byte { // A proof that is one hash short.
		lines := bytes.SplitN(body, []byte("\n"), 3)
		return append(append(lines[0], '\n'), lines[2]...)
	}
	say(post("unknown origin", honest.request(0, 100, other)))
	say(post("another key of its name", honest.request(0, 100, forged)))
	say(post("first", honest.request(0, 100, signer)))
	say(post("first again", honest.request(0, 100, signer)))
	say(post("same", honest.request(100, 100, signer)))
	say(post("old above size", honest.request(200, 100, signer)))
	say(post("proof too short", without(honest.request(100, 300, signer))))
	say(post("fork", fork.request(100, 300, signer)))
	say(post("fork of the same size", fork.request(100, 100, signer)))
	say(post("grown", honest.request(100, 300, signer)))
	say(post("went back", honest.request(100, 200, signer)))

	// Of many at once, all of which grew from what was seen, one is first.
	var all sync.WaitGroup
	answers := make([]answer, 16)
	for at := range answers {
		all.Add(1)
		go func(at int) {
			defer all.Done()
			answers[at] = post("at once", honest.request(300, 400+int64(at), signer))
		}(at)
	}
	all.Wait()
	for _, one := range answers {
		say(one)
	}

	// As a monitor: what it says that it saw last.
	origin := sha256.Sum256([]byte(signer.Name()))
	response, err := http.Get(fmt.Sprintf("%s/%x/checkpoint", prefix, origin))
	if err != nil {
		log.Fatal(err)
	}
	seen, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	_, err = note.Open(seen, note.VerifierList(witness))
	say(answer{"monitor", response.StatusCode, response.Header.Get("Content-Type"), string(seen), err == nil})
}
