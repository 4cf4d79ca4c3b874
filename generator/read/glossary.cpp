#include "read/glossary.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "model/report.h"
#include "model/toml_reader.h"

namespace yokoten {
namespace {

bool is_address(std::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == text.npos;
}

// ぁ to ゖ, ー, and a space between words.
bool is_hiragana(std::string_view text) {
  constexpr std::size_t letter = 3;
  for (std::size_t at = 0; at < text.size(); at += text[at] == ' ' ? 1 : letter) {
    const std::string_view one = text.substr(at, letter);
    if (text[at] != ' ' && one != "ー" && (one < "ぁ" || one > "ゖ")) return false;
  }
  return !text.empty();
}

GlossaryTerm read_term(const TomlNode& node, Findings& findings) {
  TomlReader reader(node, findings);
  GlossaryTerm term;
  term.place = node.place;
  term.id = reader.required_text("id");
  term.name = reader.required_text("name");
  term.reading = reader.required_text("reading");
  term.text = reader.required_text("text");
  term.also = reader.texts("also");
  term.marked = !reader.truth("only_listed");
  if (!term.id.empty() && !is_address(term.id))
    report_error(findings, reader.place("id"), "glossary.id",
                 {fmt::format("{} はアドレスにできません（a-z 0-9 - だけ）", term.id),
                  fmt::format("{} can't be an address (only a-z 0-9 -)", term.id)});
  if (!term.reading.empty() && !is_hiragana(term.reading))
    report_error(findings, reader.place("reading"), "glossary.reading",
                 {"読みはひらがなで書いてください（並べる順に使います）",
                  "write the reading in hiragana: it gives the order"});
  return term;
}

// Two terms of one name or spelling: a mention could mean either.
void report_twice(const std::vector<GlossaryTerm>& terms, Findings& findings) {
  std::map<std::string, const GlossaryTerm*> known;
  const auto add = [&](const std::string& word, const GlossaryTerm& term) {
    const auto [at, added] = known.emplace(word, &term);
    if (!added && !word.empty())
      report_error(findings, term.place, "glossary.twice",
                   {fmt::format("「{}」は {}行目にもあります", word, at->second->place.row),
                    fmt::format("{} stands in row {} too", word, at->second->place.row)});
  };
  for (const GlossaryTerm& term : terms) {
    add('#' + term.id, term);
    add(term.name, term);
    for (const std::string& word : term.also) add(word, term);
  }
}

}  // namespace

std::vector<GlossaryTerm> read_glossary(std::string_view bytes, const std::string& file,
                                        Findings& findings) {
  std::vector<GlossaryTerm> terms;
  const auto root = parse_toml(bytes, file, findings);
  if (!root) return terms;
  TomlReader reader(*root, findings);
  for (const TomlNode& node : reader.items("term", TomlNode::Kind::list))
    terms.push_back(read_term(node, findings));
  report_twice(terms, findings);
  std::stable_sort(terms.begin(), terms.end(),
                   [](const auto& a, const auto& b) { return a.reading < b.reading; });
  return terms;
}

}  // namespace yokoten
