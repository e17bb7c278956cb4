/// placeholder until the words branch lands
package enum WordList { package static let words: [String] = [] }
