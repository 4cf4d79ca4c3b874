#include "model/listed_case.h"

#include <algorithm>

#include "base/text.h"

namespace yokoten {
namespace {

// 430; 110
std::vector<std::string> codes_in(std::string_view cell) {
  std::vector<std::string> codes;
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t end = std::min(cell.find(';', at), cell.size());
    const std::string_view code = trimmed_text(cell.substr(at, end - at));
    if (!code.empty()) codes.emplace_back(code);
    at = end + 1;
  }
  return codes;
}

// What csv_cell() puts before what a spreadsheet would run.
std::string_view without_apostrophe(std::string_view cell) {
  if (!cell.starts_with('\'')) return cell;
  const std::string_view text = cell.substr(1);
  for (const std::string_view sign : {"=", "+", "-", "@", "＝", "＋", "－", "＠"})
    if (text.starts_with(sign)) return text;
  return cell;
}

}  // namespace

std::vector<ListedCase> listed_cases(const Publication& publication, int source) {
  std::vector<ListedCase> cases;
  const Table& table = publication.tables[static_cast<std::size_t>(source)];
  for (int row = 0; row < table.rows(); ++row) {
    const auto cell = [&](std::string_view heading) {
      const auto column = table.column(heading);
      return column ? std::string(without_apostrophe(trimmed_text(table.cell(row, *column))))
                    : std::string();
    };
    ListedCase made{source,
                    row,
                    cell("title"),
                    cell("address"),
                    cell("summary"),
                    cell("areas"),
                    cell("services"),
                    cell("status"),
                    cell("effects"),
                    {},
                    {},
                    {},
                    {}};
    made.area_codes = codes_in(cell("area_codes"));
    made.service_codes = codes_in(cell("service_codes"));
    made.theme_codes = codes_in(cell("theme_codes"));
    made.technology_codes = codes_in(cell("technology_codes"));
    cases.push_back(std::move(made));
  }
  return cases;
}

bool is_public_address(std::string_view address) {
  constexpr std::string_view scheme = "https://";
  if (!address.starts_with(scheme)) return false;
  for (const char each : address)
    if (each <= ' ' || each > '~' || std::string_view("\"'<>\\^`{|}").find(each) != address.npos)
      return false;
  const std::string_view host =
      address.substr(scheme.size(), address.find('/', scheme.size()) - scheme.size());
  return host.find('.') != std::string_view::npos && host.front() != '.' && host.back() != '.' &&
         host.find('@') == std::string_view::npos;
}

}  // namespace yokoten
