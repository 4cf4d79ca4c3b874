#include "check/part_totals.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "model/sources_with.h"
#include "model/total_words.h"

namespace yokoten {
namespace {

bool selects_on(const Term& term, const std::string& key) {
  return std::ranges::any_of(term.where, [&](const Selection& each) { return each.key == key; });
}

/// What each breakdown of the cube is beside one key: sex=計;age=65 is the total of sex where age
/// is 65.
class BesideKey {
 public:
  struct Part {
    bool is_total = false;
    int others = -1;  ///< the same for breakdowns that differ by the key alone; -1: has no such key
  };

  BesideKey(const Measured& measured, const std::string& key) {
    std::map<Parts, int> known;
    for (Parts parts : measured.parts) {
      Part& made = parts_.emplace_back();
      const auto own = std::ranges::find(parts, key, &Parts::value_type::first);
      if (own == parts.end()) continue;
      made.is_total = is_total_word(own->second);
      parts.erase(own);
      made.others = known.try_emplace(parts, static_cast<int>(known.size())).first->second;
    }
  }

  const Part& of(const Fact& fact) const {
    return parts_[static_cast<std::size_t>(fact.breakdown)];
  }

 private:
  std::vector<Part> parts_;
};

/// The figures of one source and measure that a formula adds up whatever the code of a key.
class AddedParts {
 public:
  AddedParts(const Subject& subject, int source, int measure, std::string key)
      : subject_(subject), source_(source), measure_(measure), key_(std::move(key)) {}

  void check() {
    const BesideKey beside(subject_.measured, key_);
    for (const Fact& fact : subject_.measured.facts.all())
      if (is_ours(fact)) sort_out(fact, beside.of(fact));
    std::erase_if(totals_, [&](const auto& each) { return !siblings_.contains(each.first); });
    if (totals_.empty()) return;
    const auto first = std::ranges::min_element(totals_, {}, [](const auto& each) {
      return std::pair(each.second.row, each.second.column);
    });
    report(first->second);
  }

 private:
  using FigureKey = std::tuple<int, int, int>;  // area, period, other parts

  bool is_ours(const Fact& fact) const {
    return fact.source == source_ && fact.measure == measure_ && !fact.total;
  }

  void sort_out(const Fact& fact, const BesideKey::Part& part) {
    if (part.others < 0) return;
    const FigureKey figure{fact.area, fact.period, part.others};
    if (part.is_total)
      totals_.try_emplace(figure, fact);
    else
      siblings_.insert(figure);
  }

  const Parts& parts_of(const Fact& fact) const {
    return subject_.measured.parts[static_cast<std::size_t>(fact.breakdown)];
  }

  std::string code_of(const Fact& fact) const {
    for (const auto& [key, code] : parts_of(fact))
      if (key == key_) return code;
    return {};
  }

  void report(const Fact& fact) const {
    const Source& source = subject_.source(source_);
    const auto own =
        std::ranges::find(source.breakdown, key_, &std::pair<std::string, std::string>::first);
    own == source.breakdown.end() ? report_column(fact) : report_row(fact, own->second);
  }

  void report_row(const Fact& fact, const std::string& heading) const {
    const Table& table = subject_.table(source_);
    const std::string code = code_of(fact);
    const std::string rule =
        fmt::format("{} = {{ column = \"{}\", values = [\"{}\"] }}",
                    subject_.source(source_).total_row ? "of_which" : "total_row", heading, code);
    subject_.error(
        table.place(fact.row, table.column(heading).value_or(0)), "part.total",
        {fmt::format("「{}」の行が、その内訳の行と一緒に足されています（{}か所）。合計の行なら、"
                     "sources.toml に {} と書いてください",
                     code, totals_.size(), rule),
         fmt::format("the row of {} is added up with the rows that it is the total of ({} "
                     "in all); if so, say {} in sources.toml",
                     code, totals_.size(), rule)});
  }

  void report_column(const Fact& fact) const {
    const std::string& heading =
        subject_.table(source_).header()[static_cast<std::size_t>(fact.column)];
    subject_.error(
        subject_.table(source_).heading_place(fact.column), "part.total",
        {fmt::format(
             "列「{}」（{}）が、その内訳の列と一緒に足されています。合計の列なら、sources.toml の "
             "columns から外し、total = \"{}\" と書いてください",
             heading, code_of(fact), heading),
         fmt::format("column {} ({}) is added up with the columns that it is the total of; if so, "
                     "take it out of columns and say total = \"{}\" in sources.toml",
                     heading, code_of(fact), heading)});
  }

  const Subject& subject_;
  int source_, measure_;
  std::string key_;
  std::map<FigureKey, Fact> totals_;
  std::set<FigureKey> siblings_;
};

/// The keys under which the facts of any source have a total among their parts.
std::set<std::string> keys_with_totals(const Measured& measured) {
  std::set<std::string> keys;
  for (const Parts& parts : measured.parts)
    for (const auto& [key, code] : parts)
      if (is_total_word(code)) keys.insert(key);
  return keys;
}

}  // namespace

void check_part_totals(const Subject& subject) {
  const std::set<std::string> keys = keys_with_totals(subject.measured);
  if (keys.empty()) return;
  std::set<std::tuple<int, int, std::string>> asked;
  for (const Indicator& indicator : subject.publication.indicators)
    for (const Term* term : {&indicator.numerator, &indicator.denominator})
      for (const std::string& key : keys) {
        const int measure = subject.measured.measure(term->measure);
        // Without a total only the parts show, each for itself.
        if (measure < 0 || !indicator.total || selects_on(*term, key)) continue;
        for (const int source : sources_with(subject.publication, indicator, term->measure))
          if (asked.emplace(source, measure, key).second)
            AddedParts(subject, source, measure, key).check();
      }
}

}  // namespace yokoten
