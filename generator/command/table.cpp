#include <fmt/core.h>

#include "base/disk.h"
#include "base/json_text.h"
#include "command/commands.h"
#include "read/csv_table.h"

namespace yokoten {
namespace {

// Cell for cell as it was read, so formulas stay visible: quoting, but no changed text.
std::string quoted(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char letter : text) {
    if (letter == '"') out += '"';
    out += letter;
  }
  return out + '"';
}

void print_csv(const Table& table) {
  const auto print_row = [&](auto cell) {
    for (int column = 0; column < table.columns(); ++column)
      fmt::print("{}{}", column > 0 ? "," : "", quoted(cell(column)));
    fmt::print("\n");
  };
  print_row([&](int column) {
    return std::string_view(table.header()[static_cast<std::size_t>(column)]);
  });
  for (int row = 0; row < table.rows(); ++row)
    print_row([&](int column) { return table.cell(row, column); });
}

void print_json(const Table& table) {
  fmt::print("[\n");
  for (int row = 0; row < table.rows(); ++row) {
    fmt::print("{{");
    for (int column = 0; column < table.columns(); ++column)
      fmt::print("{}{}: {}", column > 0 ? ", " : "",
                 json_text(table.header()[static_cast<std::size_t>(column)]),
                 json_text(table.cell(row, column)));
    fmt::print("}}{}\n", row + 1 < table.rows() ? "," : "");
  }
  fmt::print("]\n");
}

}  // namespace

int table_command(const Surroundings& surroundings, const TableArguments& arguments) {
  RealDisk disk;
  Findings findings;
  const auto bytes = disk.read(arguments.file);
  if (!bytes) {
    fmt::print(stderr, "{}\n", disk.reason());
    return failed;
  }
  const auto table = read_csv(*bytes, arguments.file, findings);
  for (const Finding& finding : findings)
    fmt::print(stderr, "{}\n", to_line(finding, surroundings.language));
  if (!table || blocks(findings)) return failed;
  if (arguments.json)
    print_json(*table);
  else
    print_csv(*table);
  return fine;
}

}  // namespace yokoten
