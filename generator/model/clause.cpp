#include "model/clause.h"

namespace yokoten {
namespace {

constexpr std::int64_t model_region_yen = 20'000'000;
constexpr int model_regions = 3;
constexpr std::int64_t data_link_yen = 8'500'000;
constexpr int data_links_2023 = 5;
constexpr std::int64_t all_data_links_2024_yen = 60'000'000;
constexpr std::int64_t terminal_yen = 100'000;

}  // namespace

std::optional<ClauseLimits> limits_of(Clause clause, int budget) {
  if (clause == Clause::none || budget < 2023 || budget > 2024) return std::nullopt;
  if (clause == Clause::model_region)
    return ClauseLimits{.model = model_region_yen, .models = model_regions};
  ClauseLimits limits{.model = data_link_yen, .terminal = terminal_yen};
  if (budget == 2023)
    limits.models = data_links_2023;
  else
    limits.all = all_data_links_2024_yen;
  return limits;
}

}  // namespace yokoten
