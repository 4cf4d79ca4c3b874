#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"

namespace yokoten {

/// A criterion of WCAG 2.2 A or AA, or 4.1.1, which only WCAG 2.0 and 2.1 have.
struct Criterion {
  std::string_view number;  ///< 1.4.10
  bool is_double_a = false;
  bool in_jis = false;   ///< JIS X 8341-3:2016, which is WCAG 2.0
  bool in_wcag = false;  ///< WCAG 2.2
};

/// All 56, in the order of the standard.
std::span<const Criterion> criteria();
const Criterion* criterion(std::string_view number);  ///< nullptr for none

/// How a criterion came out; `open`: nobody has shown it yet.
enum class Conformity : std::uint8_t { met, not_applicable, not_met, open };
std::string_view conformity_word(Conformity conformity);  ///< as files write it

/// What the examination asked besides axe, as files name it.
std::span<const std::string_view> examination_methods();

/// What the examination found of a criterion.
struct CriterionOutcome {
  std::string number;
  Conformity result = Conformity::open;
  std::vector<std::string> methods;  ///< `axe:color-contrast`, `reflow`
  std::vector<std::string> examples;
  int pages = 0;      ///< that were asked
  int found = 0;      ///< places that break it
  int undecided = 0;  ///< places that a person has to look at
  Place place;
};

/// What a person says of a criterion.
struct Judgement {
  std::string number;
  Conformity result = Conformity::open;
  std::string reason, decided_by, decided_on;
  Place place;
};

/// A question that no criterion asks: forced colours, no motion.
struct FurtherOutcome {
  std::string method;
  int pages = 0, found = 0;
};

/// accessibility.toml: what scripts/accessibility found, and what people judge.
struct Accessibility {
  std::string date;     ///< of the examination; empty: there was none
  std::string program;  ///< version that built what was examined
  std::vector<std::string> tools;
  int pages = 0;                           ///< of the site, each looked at as text
  std::int64_t seed = 0;                   ///< of the chance that chose `sample`
  std::vector<std::string> kinds, sample;  ///< addresses below the site, looked at in Chromium
  std::vector<FurtherOutcome> further;
  std::vector<CriterionOutcome> outcomes;
  std::vector<Judgement> judged;
  Place place;  ///< of the date

  bool is_examined() const { return !date.empty(); }
  const CriterionOutcome* outcome(std::string_view number) const;  ///< nullptr for none
  const Judgement* judgement(std::string_view number) const;       ///< nullptr for none
  /// Nothing that was found can be judged away; where nothing was, people come first.
  Conformity result(std::string_view number) const;
};

}  // namespace yokoten
