#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace yokoten {

/// When a report was answered, in seconds: from the first to the last moment that its text may
/// mean. A day without a time may mean all of it.
struct Answered {
  std::int64_t first = 0, last = 0;
};

/// Reads `2025/7/1 9:05`, `2025-07-01T09:05:30`, `令和7年7月1日 午後1時5分`, `R7.7.1`,
/// `2025/07/01 9:05:00 午前 GMT+9` and a spreadsheet's number of days. Empty for what has no sure
/// place in time: `8月1日`, `8/1/2025`, another zone than Japan's.
std::optional<Answered> answered_at(std::string_view cell);

/// Whether `a` was answered before `b`, whatever moments they mean.
bool is_surely_before(const Answered& a, const Answered& b);

}  // namespace yokoten
