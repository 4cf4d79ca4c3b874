#include "protect/told_rates.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/sources_with.h"

namespace yokoten {
namespace {

bool is_under(const DisclosureRule& rule, const std::string& measure) {
  return rule.measures.empty() || std::ranges::find(rule.measures, measure) != rule.measures.end();
}

/// The printed rate that the measure is, where a side of it is under the source's rule.
const PrintedRate* told_rate(const Source& source, const std::string& measure) {
  if (!source.disclosure) return nullptr;
  for (const auto& [name, heading] : source.measures)
    for (const PrintedRate& rate : source.printed)
      if (name == measure && rate.column == heading &&
          (is_under(*source.disclosure, rate.numerator) ||
           is_under(*source.disclosure, rate.denominator)))
        return &rate;
  return nullptr;
}

void refuse(const Indicator& indicator, const PrintedRate& rate, Findings& findings) {
  add_finding(
      findings, Level::error, indicator.place, "disclosure.rate",
      {fmt::format("印刷された率の列「{}」を出すと、秘匿した数が率と母数から分かります。ratio = {{ "
                   "numerator = "
                   "\"{}\", denominator = \"{}\" }} で計算してください",
                   rate.column, rate.numerator, rate.denominator),
       fmt::format("the printed rate {} would tell hidden counts by its other side; compute it by "
                   "ratio = {{ numerator = \"{}\", denominator = \"{}\" }}",
                   rate.column, rate.numerator, rate.denominator)});
}

}  // namespace

void refuse_told_rates(const Publication& publication, Findings& findings) {
  for (const Indicator& indicator : publication.indicators)
    for (const Term* term : {&indicator.numerator, &indicator.denominator})
      for (const int at : sources_with(publication, indicator, term->measure))
        if (const PrintedRate* rate =
                told_rate(publication.sources[static_cast<std::size_t>(at)], term->measure))
          refuse(indicator, *rate, findings);
}

}  // namespace yokoten
