#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"
#include "model/clause.h"
#include "model/finding.h"

namespace yokoten {

/// What a clause asks a prefecture to publish.
enum class DutyItem : std::uint8_t {
  results,       ///< each model project: offices, what was done, cost, before and after
  visits,        ///< how to visit a model facility
  contact,       ///< whom to ask
  training,      ///< training sessions that spread the results
  associations,  ///< associations of providers that spread them too
  effects,       ///< the effect reports, aggregated by year and service type
  good_practice,
  sources,  ///< where the figures come from, and as of when
};

/// As duty.toml writes them, in the order in which lists show them.
inline constexpr std::array<std::string_view, 8> duty_words = {
    "results", "visits", "contact", "training", "associations", "effects", "cases", "sources"};

/// The item of this word; empty where there is none.
std::optional<DutyItem> duty_item(std::string_view word);

/// Whether the clause binds to it; otherwise it is advised.
bool is_binding(Clause clause, DutyItem item);

/// Why something that a clause asks for is not published.
struct Waiver {
  std::string programme;  ///< id
  DutyItem item = DutyItem::results;
  std::string reason, decided_by, decided_on;
  Place place, programme_place, item_place;
};

/// Where the publication does what is asked: a page, perhaps with an anchor.
struct DutyPlace {
  std::string title, path;  ///< below the site
};

/// One item of one programme.
struct Duty {
  enum class State : std::uint8_t { met, missing, waived, later };
  std::size_t programme = 0;  ///< position in Publication::programmes
  DutyItem item = DutyItem::results;
  bool binding = true;
  State state = State::missing;
  std::vector<DutyPlace> places;   ///< of what is met, or of the part that is
  Message lacks;                   ///< what is missing, or why it is due later
  const Waiver* waiver = nullptr;  ///< of what is waived

  /// Whether the site may not be published because of it.
  bool blocks() const { return binding && state == State::missing; }
};

/// As release.json and `--format json` write it.
std::string_view duty_state_word(Duty::State state);

}  // namespace yokoten
