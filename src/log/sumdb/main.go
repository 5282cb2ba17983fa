// The code of Go's checksum database as the judge of a log of ours: it opens the checkpoint, makes the root and every
// tile anew from the entries, judges each proof, makes the same proofs itself, and signs a note with our key. It does
// not read through tlog.TileHashReader, which in x/mod 0.7.0 leaves the first tiles it reads unauthenticated where
// several subtrees of the root share a tile.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run main.go <folder of a log>  <question.json  >answer.json
package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

type question struct {
	Vkey, Skey string
	Inclusion  []struct {
		Index, Size int64
		Leaf, Root  tlog.Hash
		Proof       []tlog.Hash
	}
	Consistency []struct {
		Size1, Size2 int64
		Root1, Root2 tlog.Hash
		Proof        []tlog.Hash
	}
}

type answer struct {
	// Text is what the checkpoint says, once its signature is verified; Unknown are those who signed it too.
	Text    string
	Unknown []string
	// Root is the tree's root, from its entries alone.
	Root tlog.Hash
	// Paths are the tiles of such a tree, at every size up to its own; Differ are those that hold other bytes, or none.
	Paths, Differ []string
	// Inclusion and Consistency say of each proof whether it holds; Included and Grown are those that Go makes.
	Inclusion, Consistency []bool
	Included, Grown        [][]tlog.Hash
	// Signed is a note by our key.
	Signed string
}

// tree holds the hashes of a log in the order in which sumdb stores them.
type tree []tlog.Hash

func (t tree) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, index := range indexes {
		hashes = append(hashes, t[index])
	}
	return hashes, nil
}

// build hashes the entries in the bundles of a log of this size, in their order.
func build(folder string, size int64) (t tree, err error) {
	for n := int64(0); n < size; {
		tile := tlog.Tile{H: height, N: n >> height, W: 1 << height}
		if left := size - n; left < 1<<height {
			tile.W = int(left)
		}
		path := strings.Replace(path(tile), "tile/0/", "tile/entries/", 1)
		data, err := os.ReadFile(filepath.Join(folder, path))
		if err != nil {
			return nil, err
		}
		for i := 0; i < tile.W; i++ {
			if len(data) < 2 || len(data)-2 < int(binary.BigEndian.Uint16(data)) {
				return nil, fmt.Errorf("%s is cut off", path)
			}
			end := 2 + int(binary.BigEndian.Uint16(data))
			hashes, err := tlog.StoredHashes(n, data[2:end], t)
			if err != nil {
				return nil, err
			}
			t, data = append(t, hashes...), data[end:]
			n++
		}
		if len(data) > 0 {
			return nil, fmt.Errorf("%s holds more than its %d entries", path, tile.W)
		}
	}
	return t, nil
}

// path is where C2SP puts a tile (tile/0/000) that sumdb puts elsewhere (tile/8/0/000).
func path(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
}

func judge(folder string, ask question) (out answer, err error) {
	verifier, err := note.NewVerifier(ask.Vkey)
	if err != nil {
		return out, err
	}
	message, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	if err != nil {
		return out, err
	}
	opened, err := note.Open(message, note.VerifierList(verifier))
	if err != nil {
		return out, err
	}
	out.Text = opened.Text
	for _, signature := range opened.UnverifiedSigs {
		out.Unknown = append(out.Unknown, signature.Name)
	}

	size, err := strconv.ParseInt(strings.Split(opened.Text, "\n")[1], 10, 64)
	if err != nil {
		return out, err
	}
	tree, err := build(folder, size)
	if err != nil {
		return out, err
	}
	if out.Root, err = tlog.TreeHash(size, tree); err != nil {
		return out, err
	}
	for _, tile := range tlog.NewTiles(height, 0, size) {
		out.Paths = append(out.Paths, path(tile))
		want, err := tlog.ReadTileData(tile, tree)
		if err != nil {
			return out, err
		}
		if got, err := os.ReadFile(filepath.Join(folder, path(tile))); err != nil || !bytes.Equal(got, want) {
			out.Differ = append(out.Differ, path(tile))
		}
	}

	for _, one := range ask.Inclusion {
		err := tlog.CheckRecord(one.Proof, one.Size, one.Root, one.Index, one.Leaf)
		out.Inclusion = append(out.Inclusion, err == nil)
		proof, err := tlog.ProveRecord(one.Size, one.Index, tree)
		if err != nil {
			return out, err
		}
		out.Included = append(out.Included, append([]tlog.Hash{}, proof...))
	}
	for _, one := range ask.Consistency {
		err := tlog.CheckTree(one.Proof, one.Size2, one.Root2, one.Size1, one.Root1)
		out.Consistency = append(out.Consistency, err == nil)
		proof, err := tlog.ProveTree(one.Size2, one.Size1, tree)
		if err != nil {
			return out, err
		}
		out.Grown = append(out.Grown, append([]tlog.Hash{}, proof...))
	}

	signer, err := note.NewSigner(ask.Skey)
	if err != nil {
		return out, err
	}
	signed, err := note.Sign(&note.Note{Text: "signed by Go\n"}, signer)
	out.Signed = string(signed)
	return out, err
}

func main() {
	var ask question
	if err := json.NewDecoder(os.Stdin).Decode(&ask); err != nil {
		log.Fatal(err)
	}
	out, err := judge(os.Args[1], ask)
	if err != nil {
		log.Fatal(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(out); err != nil {
		log.Fatal(err)
	}
}
