#pragma once

#include <string_view>
#include <vector>

namespace yokoten {

/// When a report was answered, for comparing with others of the same file: the numbers of the text
/// in their order (2025, 7, 1, 9, 5 of `2025/7/1 9:05`, 午後 counted), or a spreadsheet's number of
/// days. Empty where there is no number. Years of eras compare among themselves.
std::vector<double> answered_at(std::string_view cell);

}  // namespace yokoten
