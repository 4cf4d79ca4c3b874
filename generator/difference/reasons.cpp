#include "difference/reasons.h"

#include <fmt/format.h>

#include <algorithm>

namespace yokoten {
namespace {

bool has_word(const std::string& words, const std::string& word) {
  return (' ' + words + ' ').find(' ' + word + ' ') != std::string::npos;
}

// Flags that the publisher of a source gives; the others are this program's own.
std::string status_of(const ToldFigure& figure) {
  std::string status;
  for (const char* word : {"provisional", "revised", "planned"})
    if (has_word(figure.flags, word)) status += (status.empty() ? "" : " ") + std::string(word);
  return status;
}

std::string correction_words(const BuildFacts::OfCorrection& each) {
  if (each.row == 0) return each.source;
  return fmt::format("{}:{} {}: {} → {}", each.source, each.row, each.column, each.printed,
                     each.corrected);
}

std::string edition(const BuildFacts::OfSource& source) {
  return source.as_of.empty() ? source.published : source.as_of;
}

// `careplan-link (2024-09-13 → 2025-03-31)`: the dates where they tell editions apart.
std::string file_words(const BuildFacts::OfSource& before, const BuildFacts::OfSource& after) {
  const std::string from = edition(before), to = edition(after);
  return from == to ? after.id : fmt::format("{} ({} → {})", after.id, from, to);
}

// A rule that hides gives no figure another value.
bool only_hiding(const std::vector<Reason>& reasons, const ToldFigure* before,
                 const ToldFigure* after) {
  const bool shown = before != nullptr && after != nullptr && before->value && after->value;
  return shown && std::all_of(reasons.begin(), reasons.end(),
                              [](const Reason& each) { return each.cause == Cause::disclosure; });
}

// The source that both sides have the figure from; of a number that only one side has, that one's.
std::string own_source(const ToldFigure* before, const ToldFigure* after) {
  if (before == nullptr || after == nullptr) return {};
  if (before->source.empty() || before->source == after->source) return after->source;
  return after->source.empty() ? before->source : std::string();
}

std::set<std::string> area_codes(const Snapshot& side) {
  std::set<std::string> codes;
  for (const auto& [key, figure] : side.figures) codes.insert(key.area_code);
  return codes;
}

}  // namespace

Reasons::Reasons(const Snapshot& before, const Snapshot& after, std::span<const AreaChange> changes)
    : before_(before), after_(after), knows_(before.facts && after.facts) {
  if (knows_) {
    find_corrections();
    find_sources();
  }
  find_boundaries(changes);
}

// A correction that both sides have explains nothing.
void Reasons::find_corrections() {
  const auto add = [&](const BuildFacts& of, const BuildFacts& other) {
    for (const auto& each : of.corrections) {
      const auto is_it = [&](const BuildFacts::OfCorrection& there) {
        return there.source == each.source && there.row == each.row &&
               there.column == each.column && there.printed == each.printed &&
               there.corrected == each.corrected;
      };
      if (std::any_of(other.corrections.begin(), other.corrections.end(), is_it)) continue;
      for (const std::string& figure : each.figures)
        corrections_[figure].insert(correction_words(each));
    }
  };
  add(*before_.facts, *after_.facts);
  add(*after_.facts, *before_.facts);
}

void Reasons::find_sources() {
  for (const auto& now : after_.facts->sources) {
    const auto* then = before_.facts->source(now.id);
    const bool closed = now.sha256.empty() || (then != nullptr && then->sha256.empty());
    if (closed) closed_.insert(now.id);
    if (then == nullptr) continue;
    // No checksum is kept of a file that does not go out: whether it is another one nobody can
    // tell.
    const bool other_bytes = !closed && then->sha256 != now.sha256;
    if (other_bytes || then->as_of != now.as_of || then->published != now.published)
      other_files_[now.id] = file_words(*then, now);
    if (then->reading != now.reading) read_otherwise_.insert(now.id);
    if (then->disclosure != now.disclosure) hidden_otherwise_.insert(now.id);
  }
}

// An area of which one side knows nothing, and of which the lists say that it became another one.
void Reasons::find_boundaries(std::span<const AreaChange> changes) {
  const auto then = area_codes(before_), now = area_codes(after_);
  for (const AreaChange& each : changes) {
    const bool is_gone = then.contains(each.old_code) && !now.contains(each.old_code);
    if (!is_gone || each.old_code == each.new_code) continue;
    const std::string words = fmt::format("{} {} → {}", each.date, each.old_name, each.new_name);
    boundaries_[each.old_code] = words;
    auto& heir = boundaries_[each.new_code];
    heir += (heir.empty() ? "" : ", ") + words;
  }
}

bool Reasons::is_defined_otherwise(const std::string& indicator) const {
  const auto* then = before_.facts->indicator(indicator);
  const auto* now = after_.facts->indicator(indicator);
  return then != nullptr && now != nullptr && then->definition != now->definition;
}

// Where only one side has the indicator, nothing else can be a reason.
std::optional<Reason> Reasons::of_indicator(const std::string& indicator) const {
  if (!knows_) return std::nullopt;
  const bool then = before_.facts->indicator(indicator) != nullptr;
  const bool now = after_.facts->indicator(indicator) != nullptr;
  if (then == now) return std::nullopt;
  return Reason{now ? Cause::new_indicator : Cause::no_indicator, indicator};
}

std::set<std::string> Reasons::sources_of(const FigureKey& key, const ToldFigure* before,
                                          const ToldFigure* after) const {
  std::set<std::string> ids;
  for (const Snapshot* side : {&before_, &after_})
    if (const auto* indicator = side->facts->indicator(key.indicator); indicator != nullptr)
      ids.insert(indicator->sources.begin(), indicator->sources.end());
  for (const ToldFigure* figure : {before, after})
    if (figure != nullptr && !figure->source.empty()) ids.insert(figure->source);
  return ids;
}

void Reasons::add_sources(const FigureKey& key, const ToldFigure* before, const ToldFigure* after,
                          std::vector<Reason>& reasons) const {
  const auto ids = sources_of(key, before, after);
  // The figure's own source tells more than the others that its indicator may take from.
  const std::string own = own_source(before, after);
  if (const auto at = other_files_.find(own); !own.empty() && at != other_files_.end()) {
    reasons.push_back({Cause::source_file, at->second});
    return;
  }
  for (const std::string& id : ids)
    if (const auto at = other_files_.find(id); at != other_files_.end())
      reasons.push_back({Cause::source_file, at->second});
  for (const std::string& id : ids) {
    const auto is = [&](const Snapshot& side) { return side.facts->source(id) != nullptr; };
    if (is(before_) != is(after_)) reasons.push_back({Cause::other_source, id});
  }
}

void Reasons::add_recorded(const FigureKey& key, const ToldFigure* before, const ToldFigure* after,
                           std::vector<Reason>& reasons) const {
  const auto name = figure_name(key.indicator, key.area_code, key.period, key.breakdown);
  if (const auto at = corrections_.find(name); at != corrections_.end())
    for (const std::string& each : at->second) reasons.push_back({Cause::correction, each});
  if (is_defined_otherwise(key.indicator)) reasons.push_back({Cause::definition, key.indicator});
  for (const std::string& id : sources_of(key, before, after)) {
    if (read_otherwise_.contains(id)) reasons.push_back({Cause::definition, id});
    if (hidden_otherwise_.contains(id)) reasons.push_back({Cause::disclosure, id});
  }
  add_sources(key, before, after, reasons);
}

// By what is left: the figure's own source, where it has one.
void Reasons::add_closed(const FigureKey& key, const ToldFigure* before, const ToldFigure* after,
                         std::vector<Reason>& reasons) const {
  const ToldFigure* figure = after == nullptr ? before : after;
  if (closed_.contains(figure->source)) {
    reasons.push_back({Cause::closed_source, figure->source});
    return;
  }
  for (const std::string& id : sources_of(key, before, after))
    if (closed_.contains(id)) reasons.push_back({Cause::closed_source, id});
}

std::vector<Reason> Reasons::of(const FigureKey& key, const ToldFigure* before,
                                const ToldFigure* after) const {
  if (const auto whole = of_indicator(key.indicator)) return {*whole};
  std::vector<Reason> reasons;
  const bool both = before != nullptr && after != nullptr;
  if (both && (before->missing == "suppressed") != (after->missing == "suppressed"))
    reasons.push_back({Cause::disclosure, ""});
  if (const auto at = boundaries_.find(key.area_code); at != boundaries_.end())
    reasons.push_back({Cause::boundary, at->second});
  if (both && status_of(*before) != status_of(*after)) {
    const auto word = [](const ToldFigure& of) { return of.flags.empty() ? "-" : status_of(of); };
    reasons.push_back({Cause::status, word(*before) + " → " + word(*after)});
  }
  // What has no number has no source either: that is none of its own.
  if (both && !before->source.empty() && !after->source.empty() && before->source != after->source)
    reasons.push_back({Cause::other_source, before->source + " → " + after->source});
  if (knows_) add_recorded(key, before, after, reasons);
  if (both && reasons.empty() && before->numerator && same(before->numerator, after->numerator) &&
      same(before->denominator, after->denominator))
    reasons.push_back({Cause::rounding, ""});
  if (knows_ && (reasons.empty() || only_hiding(reasons, before, after)))
    add_closed(key, before, after, reasons);
  if (reasons.empty()) reasons.push_back({Cause::unknown, ""});
  return reasons;
}

}  // namespace yokoten
