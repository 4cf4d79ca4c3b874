#include "read/programmes.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "model/report.h"
#include "model/toml_reader.h"
#include "read/source_list.h"

namespace yokoten {
namespace {

// The budget decides the limits of its model projects.
void read_clause(TomlReader& reader, Programme& programme) {
  const auto clause = reader.choice("clause", {clause_words[1], clause_words[2]});
  if (clause) programme.clause = static_cast<Clause>(*clause + 1);
  if (reader.take("clause") != nullptr) reader.require("budget");
  programme.budget = static_cast<int>(reader.integer("budget", 2023, 2100).value_or(0));
  if (reader.take("budget") != nullptr) reader.require("clause");
}

// A subsidy carried over is executed later than it was budgeted; reports follow the execution.
Programme read_programme(const TomlNode& node, Findings& findings) {
  TomlReader reader(node, findings);
  Programme programme;
  programme.place = node.place;
  programme.id = reader.required_text("id");
  if (!programme.id.empty() && !is_id(programme.id))
    report_error(findings, reader.place("id"), "programme.id",
                 {"idに使えるのはa-z、0-9、-です", "an id is made of a-z, 0-9 and -"});
  programme.title = reader.required_text("title");
  programme.names = reader.texts("names");
  programme.names.push_back(programme.title);
  for (std::string& name : programme.names) name = folded(name);
  programme.executed =
      static_cast<int>(reader.require("executed").integer("executed", 2000, 2100).value_or(0));
  programme.reports = static_cast<int>(reader.integer("reports", 0, 10).value_or(3));
  read_clause(reader, programme);
  return programme;
}

bool share_a_name(const Programme& a, const Programme& b) {
  return std::any_of(a.names.begin(), a.names.end(), [&](const std::string& name) {
    return std::find(b.names.begin(), b.names.end(), name) != b.names.end();
  });
}

// One name and one year of execution lead to one programme.
void check_unique(const std::vector<Programme>& programmes, Findings& findings) {
  for (std::size_t b = 0; b < programmes.size(); ++b)
    for (std::size_t a = 0; a < b; ++a) {
      const Programme &first = programmes[a], &second = programmes[b];
      const bool same_year = first.executed == second.executed;
      if (first.id != second.id && first.title != second.title &&
          !(same_year && share_a_name(first, second)))
        continue;
      report_error(findings, second.place, "programme.twice",
                   {"id、title、または同じ年度の名前が " + first.title + " と重なっています",
                    "its id, title, or a name in the same year, is that of " + first.title});
    }
}

}  // namespace

std::vector<Programme> read_programmes(std::string_view bytes, const std::string& file,
                                       Findings& findings) {
  std::vector<Programme> programmes;
  const auto root = parse_toml(bytes, file, findings);
  if (!root) return programmes;
  TomlReader reader(*root, findings);
  for (const TomlNode& node : reader.items("programme", TomlNode::Kind::list))
    programmes.push_back(read_programme(node, findings));
  check_unique(programmes, findings);
  return programmes;
}

}  // namespace yokoten
