// Reads an exported folder with golang.org/x/mod/sumdb and nothing of ours: checkpoint, tiles, entries, proofs, and the consistency
// with an earlier checkpoint. Prints what it has verified, or ends with 1.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func check(err error, what string) {
	if err != nil {
		fmt.Println(what, err)
		os.Exit(1)
	}
}

func read(parts ...string) []byte {
	data, err := os.ReadFile(filepath.Join(parts...))
	check(err, "read")
	return data
}

type folder string

func (f folder) Height() int                        { return 8 }
func (f folder) SaveTiles([]tlog.Tile, [][]byte)     {}
func (f folder) path(t tlog.Tile) string             { return strings.Replace(t.Path(), "tile/8/", "tile/", 1) }
func (f folder) ReadTiles(t []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range t {
		data, err := os.ReadFile(filepath.Join(string(f), f.path(tile)))
		if err != nil {
			// A partial tile may stand there whole.
			tile.W = 256
			if data, err = os.ReadFile(filepath.Join(string(f), f.path(tile))); err != nil {
				return nil, err
			}
		}
		all = append(all, data)
	}
	return all, nil
}

// head opens a checkpoint of the log and returns its tree.
func head(msg []byte, known note.Verifiers) tlog.Tree {
	opened, err := note.Open(msg, known)
	check(err, "checkpoint")
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err, "size")
	root, err := tlog.ParseHash(lines[2])
	check(err, "root")
	return tlog.Tree{N: size, Hash: root}
}

func main() {
	dir := os.Args[1]
	var keys []note.Verifier
	for _, line := range strings.Fields(string(read(dir, "keys/vkeys"))) {
		key, err := note.NewVerifier(line)
		check(err, "vkey")
		keys = append(keys, key)
	}
	known := note.VerifierList(keys...)
	checkpoint := read(dir, "checkpoint")
	tree := head(checkpoint, known)
	hashes := tlog.TileHashReader(tree, folder(dir))

	// Every entry against the tiles, and every signature.
	var entries [][]byte
	for n := int64(0); n*256 < tree.N; n++ {
		width := tree.N - n*256
		if width > 256 {
			width = 256
		}
		tile := tlog.Tile{H: 8, L: 0, N: n, W: int(width)}
		data := read(dir, strings.Replace(folder(dir).path(tile), "tile/0/", "tile/entries/", 1))
		for len(data) > 0 {
			length := int(binary.BigEndian.Uint16(data))
			entries = append(entries, data[2:2+length])
			data = data[2+length:]
		}
	}
	if int64(len(entries)) != tree.N {
		check(fmt.Errorf("%d of %d", len(entries), tree.N), "entries")
	}
	for index, entry := range entries {
		found, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, int64(index))})
		check(err, "tiles")
		if found[0] != tlog.RecordHash(entry) {
			check(fmt.Errorf("%d", index), "entry")
		}
		_, err = note.Open(entry, known)
		check(err, "signature")
	}

	// Proofs of single entries.
	proofs, _ := filepath.Glob(filepath.Join(dir, "proof", "*.tlog-proof"))
	for _, name := range proofs {
		top, signed, ok := bytes.Cut(read(name), []byte("\n\n"))
		lines := strings.Split(string(top), "\n")
		if !ok || lines[0] != "c2sp.org/tlog-proof@v1" || head(signed, known) != tree {
			check(fmt.Errorf("%s", name), "proof")
		}
		index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
		check(err, "index")
		var proof tlog.RecordProof
		for _, line := range lines[2:] {
			hash, err := base64.StdEncoding.DecodeString(line)
			check(err, "hash")
			proof = append(proof, tlog.Hash(*(*[32]byte)(hash)))
		}
		check(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entries[index])), "proof")
	}

	// From an earlier checkpoint to this one.
	if len(os.Args) > 2 {
		old := head(read(os.Args[2]), known)
		proof, err := tlog.ProveTree(tree.N, old.N, hashes)
		check(err, "consistency")
		check(tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash), "consistency")
	}
	fmt.Println("entries", len(entries), "proofs", len(proofs))
}
