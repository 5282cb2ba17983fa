// The code of Go's checksum database as the judge of what is signed while one key of a log takes over from another: which of
// some keys signed a note.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run main.go  <questions.json  >answers.json
package main

import (
	"encoding/json"
	"log"
	"os"

	"golang.org/x/mod/sumdb/note"
)

type question struct {
	Note  string
	Vkeys []string
}

type answer struct {
	Text string
	// Signed are the ids of the keys that did, each signature verified; Error says why none counts.
	Signed []uint32
	Error  string
}

func judge(ask question) (out answer) {
	var verifiers []note.Verifier
	for _, vkey := range ask.Vkeys {
		verifier, err := note.NewVerifier(vkey)
		if err != nil {
			return answer{Error: err.Error()}
		}
		verifiers = append(verifiers, verifier)
	}
	opened, err := note.Open([]byte(ask.Note), note.VerifierList(verifiers...))
	if err != nil {
		return answer{Error: err.Error()}
	}
	out.Text = opened.Text
	for _, signature := range opened.Sigs {
		out.Signed = append(out.Signed, signature.Hash)
	}
	return out
}

func main() {
	var asks []question
	if err := json.NewDecoder(os.Stdin).Decode(&asks); err != nil {
		log.Fatal(err)
	}
	answers := []answer{}
	for _, ask := range asks {
		answers = append(answers, judge(ask))
	}
	if err := json.NewEncoder(os.Stdout).Encode(answers); err != nil {
		log.Fatal(err)
	}
}
