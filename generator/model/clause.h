#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace yokoten {

/// The two regional programmes that bind a prefecture to publish what came of them.
enum class Clause : std::uint8_t {
  none,
  model_region,  ///< 面的支援: model facilities and model regions
  data_link,     ///< model regions of the care-plan data link
};

/// As programmes.toml writes them.
inline constexpr std::array<std::string_view, 3> clause_words = {"", "model-region", "data-link"};

/// What one budget allows of a programme, in yen.
struct ClauseLimits {
  std::int64_t model = 0;                ///< a model project
  std::optional<int> models;             ///< projects of a prefecture
  std::optional<std::int64_t> all;       ///< all projects of a prefecture together
  std::optional<std::int64_t> terminal;  ///< a terminal
};

/// The limits of the (supplementary) budget of a fiscal year; empty where they are not known.
std::optional<ClauseLimits> limits_of(Clause clause, int budget);

}  // namespace yokoten
