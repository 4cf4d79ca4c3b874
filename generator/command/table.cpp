#include <fmt/format.h>

#include "base/disk.h"
#include "base/json_text.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/diagnostics.h"
#include "command/table_guess.h"
#include "command/table_proposal.h"
#include "command/table_words.h"
#include "model/report.h"
#include "read/areas.h"
#include "read/form_guess.h"
#include "read/table_file.h"

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

// What was found out, for the one who is about to write sources.toml.
void print_reading(const std::string& file, const std::string& bytes, const TableForm& form,
                   const Table& table, const Surroundings& surroundings) {
  const TableFormat format = form.format ? *form.format : *format_of_name(file);
  const auto encoding = settled_encoding(bytes, form.encoding);
  const bool has_encoding = !is_spreadsheet(format) && encoding;
  const std::string_view letters = has_encoding ? name_of(*encoding) : std::string_view();
  const std::string_view kind = name_of(format);
  const Message message{
      fmt::format("{}: {}{}{}、見出し{}行目、{}列、{}行", table.file(), kind,
                  has_encoding ? "、" : "", letters, fmt::join(form.header, "・"), table.columns(),
                  table.rows()),
      fmt::format("{}: {}{}{}, headings in row {}, {} columns, {} rows", table.file(), kind,
                  has_encoding ? ", " : "", letters, fmt::join(form.header, " and "),
                  table.columns(), table.rows())};
  tell("{}\n", message.in(surroundings.language));
}

void print_findings(const Findings& findings, const Surroundings& surroundings) {
  for (const Finding& finding : findings) tell("{}\n", to_line(finding, surroundings.language));
}

bool says_where(const TableArguments& arguments) {
  return !arguments.header.empty() || !arguments.skip.empty() || !arguments.range.empty();
}

// As asked where nothing can be guessed from.
FormGuess guess_of(const TableArguments& arguments, const std::string& bytes,
                   const TableForm& asked, const Areas& areas) {
  const auto grid = read_grid(bytes, arguments.file, asked);
  const auto names_area = [&](std::string_view cell) { return names_any_area(areas, cell); };
  if (grid) return guessed_form(*grid, asked, names_area);
  FormGuess none;
  none.form = asked;
  return none;
}

// No sources.toml could name it.
int refuse_name(const Surroundings& surroundings, const std::string& file) {
  Findings findings;
  report_error(findings, {file, 0, 0}, "publication.name",
               {"名前がUTF-8ではないので、sources.toml に書けません。名前を付け直してください",
                "its name is not UTF-8, so sources.toml can't name it; rename it"});
  print_findings(findings, surroundings);
  return failed;
}

// The table, with what there is to say of it; empty where it can't be read.
std::optional<Table> read_told(const Surroundings& surroundings, const TableArguments& arguments,
                               const std::string& bytes, const TableForm& form) {
  Findings findings;
  auto table = read_table(bytes, arguments.file, findings, form);
  print_findings(findings, surroundings);
  if (!table || blocks(findings)) return std::nullopt;
  print_reading(arguments.file, bytes, form, *table, surroundings);
  return table;
}

int propose(const Surroundings& surroundings, const TableArguments& arguments,
            const std::string& bytes, const TableForm& asked) {
  RealDisk disk;
  Findings findings;
  const auto areas = read_areas(disk, surroundings.home + "/data/areas", findings);
  print_findings(findings, surroundings);
  if (!areas) return failed;
  FormGuess guess;
  guess.form = asked;
  if (!says_where(arguments)) guess = guess_of(arguments, bytes, asked, *areas);
  for (const Message& reason : guess.reasons)
    tell("{}: {}\n", arguments.file, reason.in(surroundings.language));
  const auto table = read_told(surroundings, arguments, bytes, guess.form);
  if (!table) return failed;
  return print_proposal(surroundings.language, *areas,
                        {arguments.file, bytes, guess.form, *table, guess.titles});
}

}  // namespace

int table_command(const Surroundings& surroundings, const TableArguments& arguments) {
  const auto form = form_of(arguments);
  if (const auto* problem = std::get_if<Message>(&form)) {
    tell("yokoten table: {}\n", problem->in(surroundings.language));
    return wrong_usage;
  }
  RealDisk disk;
  Findings findings;
  if (arguments.propose && first_invalid_utf8(arguments.file))
    return refuse_name(surroundings, arguments.file);
  const bool fits = fits_a_table(disk, arguments.file, findings);
  print_findings(findings, surroundings);
  if (!fits) return failed;
  const auto bytes = disk.read(arguments.file);
  if (!bytes) {
    tell("{}\n", reason_in(surroundings.language, disk.reason()));
    return failed;
  }
  if (arguments.propose) return propose(surroundings, arguments, *bytes, std::get<TableForm>(form));
  const auto table = read_told(surroundings, arguments, *bytes, std::get<TableForm>(form));
  if (!table) return failed;
  if (arguments.json)
    print_json(*table);
  else
    print_csv(*table);
  return fine;
}

}  // namespace yokoten
