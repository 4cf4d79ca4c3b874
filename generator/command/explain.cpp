#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "base/text.h"
#include "command/asked_area.h"
#include "command/commands.h"
#include "command/diagnostics.h"
#include "command/explanation.h"
#include "command/opened_publication.h"
#include "model/period_in_english.h"
#include "model/period_words.h"
#include "model/told_findings.h"

namespace yokoten {
namespace {

Message with_meant(Message message, std::string_view word, const std::vector<std::string>& known) {
  const auto meant = nearest(word, known, 3);
  if (meant.empty()) return message;
  const std::string names = fmt::format("{}", fmt::join(meant, ", "));
  return {message.ja + "。もしかして " + names, message.en + "; did you mean " + names + "?"};
}

Message no_indicator(const Publication& publication, const std::string& word) {
  std::vector<std::string> ids;
  for (const Indicator& each : publication.indicators) ids.push_back(each.id);
  return with_meant({fmt::format("{} という指標はありません", word),
                     fmt::format("no indicator is called {}", word)},
                    word, ids);
}

/// The figure that the words of the command line mean, or why there is none.
class Asked {
 public:
  Asked(const Examined& examined, const ExplainArguments& arguments)
      : examined_(examined), arguments_(arguments) {}

  std::variant<FoundObservation, Message> observation() const {
    const int indicator = examined_.publication.indicator(arguments_.indicator);
    if (indicator < 0) return no_indicator(examined_.publication, arguments_.indicator);
    const auto area = asked_area(examined_.areas, arguments_.area);
    if (const auto* problem = std::get_if<Message>(&area)) return *problem;
    return figure(indicator, std::get<int>(area));
  }

 private:
  using Series = std::vector<FoundObservation>;

  std::variant<FoundObservation, Message> figure(int indicator, int area) const {
    const Cube& cube = examined_.measured.cube;
    const auto all = cube.of_area(indicator, area);
    if (all.empty()) return no_figures(indicator, area);
    const auto part = breakdown(indicator, all);
    if (const auto* problem = std::get_if<Message>(&part)) return *problem;
    const int breakdown = std::get<int>(part);
    if (arguments_.period.empty()) {
      if (const FoundObservation newest = cube.latest(indicator, area, breakdown)) return newest;
      return no_period(cube.series(indicator, area, breakdown));
    }
    return at_period(cube.series(indicator, area, breakdown));
  }

  Message no_figures(int indicator, int area) const {
    const std::string name = full_name(examined_.areas, area);
    const auto& levels =
        examined_.publication.indicators[static_cast<std::size_t>(indicator)].levels;
    const bool is_owed =
        std::find(levels.begin(), levels.end(), examined_.areas.at(area).level) != levels.end();
    if (is_owed)
      return {fmt::format("{} に {} の値はありません（この発行物が載せる地域ではありません）", name,
                          arguments_.indicator),
              fmt::format("{} has no figure of {}: it is none of the areas of this publication",
                          name, arguments_.indicator)};
    return {fmt::format("{} に {} の値はありません（この種類の地域は対象外です）", name,
                        arguments_.indicator),
            fmt::format("{} has no figure of {}: it is not owed for areas of this kind", name,
                        arguments_.indicator)};
  }

  std::variant<int, Message> breakdown(int indicator,
                                       const std::vector<FoundObservation>& all) const {
    const Cube& cube = examined_.measured.cube;
    std::vector<std::string> parts;
    bool total = false;
    for (const FoundObservation& each : all) {
      if (each->breakdown == 0) total = true;
      const std::string& name = cube.breakdown(each->breakdown);
      if (each->breakdown != 0 && std::find(parts.begin(), parts.end(), name) == parts.end())
        parts.push_back(name);
    }
    if (arguments_.part.empty() && total) return 0;
    const auto& by = examined_.publication.indicators[static_cast<std::size_t>(indicator)].by;
    const std::string wanted = by && arguments_.part.find('=') == std::string::npos
                                   ? by->key + '=' + arguments_.part
                                   : arguments_.part;
    const int found =
        arguments_.part.empty() ? -1 : cube.find_breakdown(by ? wanted : named(parts));
    if (found > 0 && std::find(parts.begin(), parts.end(), cube.breakdown(found)) != parts.end())
      return found;
    const std::string names = fmt::format("{}", fmt::join(parts, ", "));
    if (parts.empty())
      return Message{fmt::format("{} に内訳はありません", arguments_.indicator),
                     fmt::format("{} has no parts", arguments_.indicator)};
    return Message{fmt::format("--part で内訳を選んでください: {}", names),
                   fmt::format("choose one with --part: {}", names)};
  }

  // A code alone is one of the parts' own, where no two kinds of part have it.
  std::string named(const std::vector<std::string>& parts) const {
    std::string found;
    for (const std::string& each : parts) {
      if (!each.ends_with('=' + arguments_.part) || each.find(';') != std::string::npos) continue;
      if (!found.empty()) return arguments_.part;
      found = each;
    }
    return found.empty() ? arguments_.part : found;
  }

  // 2024 and R6 are whichever year the indicator has figures of.
  std::variant<FoundObservation, Message> at_period(const Series& series) const {
    const std::string& text = arguments_.period;
    auto exact = period_in_column(text);
    if (!exact) exact = period_in_english(text);
    if (const FoundObservation seen = exact ? at(series, *exact) : nullptr) return seen;
    const auto bare = fiscal_year_of_cell(text);
    if (!exact && !bare) return not_understood(series);
    if (!bare) return no_period(series);
    const FoundObservation fiscal = at(series, *bare);
    const FoundObservation calendar = at(series, {PeriodKind::year, bare->year});
    if (fiscal != nullptr && calendar != nullptr) return two_years(*bare);
    if (fiscal == nullptr && calendar == nullptr) return no_period(series);
    return fiscal != nullptr ? fiscal : calendar;
  }

  FoundObservation at(const Series& series, Period wanted) const {
    for (const FoundObservation& each : series)
      if (examined_.measured.cube.period(each->period) == wanted) return each;
    return nullptr;
  }

  // As they are written here.
  Message periods_of(const Series& series) const {
    std::vector<std::string> periods;
    for (const FoundObservation& each : series)
      if (const Period period = examined_.measured.cube.period(each->period);
          period.kind != PeriodKind::none)
        periods.push_back(to_text(period));
    if (periods.empty())
      return {"値には時点がありません。時点を省いてください",
              "its figures have no period; leave it out"};
    const std::string names = fmt::format("{}", fmt::join(periods, ", "));
    return {"ある時期: " + names, "there is " + names};
  }

  Message not_understood(const Series& series) const {
    const Message why = why_no_period(arguments_.period), known = periods_of(series);
    const auto reason = [](const std::string& text, const char* joint) {
      return text.empty() ? text : joint + text;
    };
    return {fmt::format("「{}」は時点として読めません{}。{}", arguments_.period,
                        reason(why.ja, "。"), known.ja),
            fmt::format("\"{}\" is not understood as a period{}; {}", arguments_.period,
                        reason(why.en, ": "), known.en)};
  }

  Message two_years(Period fiscal) const {
    const std::string year = to_text(Period{PeriodKind::year, fiscal.year});
    return {fmt::format("「{}」は年（{}）か年度（{}）か分かりません。どちらかを書いてください",
                        arguments_.period, year, to_text(fiscal)),
            fmt::format("{} may be the year {} or the fiscal year {}; write one of them",
                        arguments_.period, year, to_text(fiscal))};
  }

  Message no_period(const Series& series) const {
    const Message known = periods_of(series);
    if (arguments_.period.empty())
      return {"値がありません。時点を書いてください。" + known.ja,
              "there is no newest figure; write a period: " + known.en};
    return {fmt::format("{} の値はありません。{}", arguments_.period, known.ja),
            fmt::format("there is no figure of {}; {}", arguments_.period, known.en)};
  }

  const Examined& examined_;
  const ExplainArguments& arguments_;
};

}  // namespace

int explain_command(const Surroundings& surroundings, const ExplainArguments& arguments) {
  OpenedPublication opened(surroundings, arguments.folder);
  Findings findings;
  std::optional<Examined> seen;
  if (opened.is_readable())
    seen = examined(opened.disk(), surroundings.home, opened.folder(), findings);
  if (!seen || blocks(opened.own())) {
    for (const Finding& finding : opened.settled(findings))
      if (finding.level != Level::note) tell("{}\n", to_line(finding, surroundings.language));
    return failed;
  }
  const auto asked = Asked(*seen, arguments).observation();
  if (const auto* problem = std::get_if<Message>(&asked)) {
    tell("yokoten explain: {}\n", problem->in(surroundings.language));
    return wrong_usage;
  }
  const Observation& observation = *std::get<FoundObservation>(asked);
  const Findings told = told_findings(findings, seen->publication);
  Explanation explanation = explanation_of(*seen, told, observation);
  Findings of_pages = findings;  // pages speak of them too
  explanation.pages = pages_showing(opened.disk(), surroundings.home, *seen, observation, of_pages);
  of_pages = opened.settled(std::move(of_pages));
  sort_by_place(of_pages);
  for (const Finding& finding : of_pages)
    if (finding.level == Level::error) tell("{}\n", to_line(finding, surroundings.language));
  fmt::print("{}", arguments.json ? explanation_json(*seen, explanation, surroundings.language)
                                  : explanation_text(*seen, explanation, surroundings.language));
  return blocks(of_pages) ? failed : fine;
}

}  // namespace yokoten
