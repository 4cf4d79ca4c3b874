#include "read/ods_cell.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "model/period_words.h"
#include "read/number_dress.h"
#include "read/workbook_number.h"

namespace yokoten {
namespace {

constexpr std::array<std::string_view, 7> errors{"#N/A",   "#REF!", "#DIV/0!", "#VALUE!",
                                                 "#NAME?", "#NUM!", "#NULL!"};

// 9月, ９月.
bool is_month_alone(std::string_view shown) {
  const std::string text = tight_text(shown);
  const std::size_t digits = text.find_first_not_of("0123456789");
  return (digits == 1 || digits == 2) && std::string_view(text).substr(digits) == "月";
}

// Whether a date is shown as a month: 2024年9月, 令和6年9月, Sep-24, 9月.
bool shows_month(std::string_view shown) {
  if (is_month_alone(shown)) return true;
  const auto period = period_of_cell(shown);
  if (period) return period->kind == PeriodKind::month;
  constexpr std::size_t of_english = 6;
  return shown.size() == of_english && shown[3] == '-' && shown[0] >= 'A' && shown[0] <= 'Z' &&
         shown.find_first_not_of("0123456789", 4) == std::string_view::npos;
}

// A code that is kept as a number and shown with its zeros: 011002.
bool is_padded(std::string_view shown, std::string_view number) {
  const std::size_t zeros = std::min(shown.find_first_not_of('0'), shown.size());
  return zeros > 0 && shown.size() > number.size() && shown.substr(zeros) == number &&
         shown.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Makes the run of one cell.
class CellMaker {
 public:
  CellMaker(const OdsRawCell& cell, const OdsText& text, SheetDraft& sheet)
      : cell_(cell), text_(text), sheet_(sheet) {}

  CellRun run();

 private:
  CellRun kept(CellKind kind, std::string_view text);
  CellRun value();
  CellRun plain_text();
  CellRun number();
  std::optional<std::string> shown_instead(std::string_view number, double value);
  CellRun date();
  CellRun or_wrong(CellKind kind, const std::optional<std::string>& text, std::string_view ja,
                   std::string_view en);
  CellRun wrong(std::string_view code, const Message& message);
  CellRun error();
  CellRun no_result();
  std::string_view said() const { return cell_.value ? std::string_view(*cell_.value) : ""; }

  const OdsRawCell& cell_;
  const OdsText& text_;
  SheetDraft& sheet_;
};

CellRun CellMaker::kept(CellKind kind, std::string_view text) { return sheet_.kept(kind, text); }

CellRun CellMaker::wrong(std::string_view code, const Message& message) {
  sheet_.say(Level::error, code, message, cell_.row, cell_.column);
  return kept(CellKind::error, text_.text());
}

CellRun CellMaker::or_wrong(CellKind kind, const std::optional<std::string>& text,
                            std::string_view ja, std::string_view en) {
  if (text) return kept(kind, *text);
  return wrong("cell.number", {fmt::format("「{}」は{}ではありません", excerpt(said()), ja),
                               fmt::format("{} is no {}", excerpt(said()), en)});
}

CellRun CellMaker::error() {
  sheet_.say(Level::warning, "cell.error",
             {fmt::format("セルがエラー{}です", excerpt(text_.text())),
              fmt::format("the cell holds the error {}", excerpt(text_.text()))},
             cell_.row, cell_.column);
  return kept(CellKind::error, text_.text());
}

CellRun CellMaker::no_result() {
  sheet_.say(
      Level::error, "cell.formula",
      {"数式の結果が保存されていません。表計算ソフトで開いて保存し直してください",
       "the formula has no stored result; open the file in a spreadsheet program and save it "
       "anew"},
      cell_.row, cell_.column);
  return kept(CellKind::error, "");
}

CellRun CellMaker::plain_text() {
  const std::string& text = cell_.value && !text_.is_marked() ? *cell_.value : text_.text();
  const bool fails =
      cell_.has_formula && std::find(errors.begin(), errors.end(), text) != errors.end();
  if (fails) return error();
  CellRun run = kept(CellKind::text, text);
  run.ruby = text_.has_ruby() ? 1 : 0;
  if (text_.has_ruby()) sheet_.count_ruby(cell_.row, cell_.column);
  return run;
}

CellRun CellMaker::number() {
  if (is_padded(text_.text(), said())) return kept(CellKind::number, text_.text());
  const auto number = parse_double(said());
  if (!number) return or_wrong(CellKind::number, std::nullopt, "数値", "number");
  const bool is_short = is_shortest_number(said());
  const std::string text = is_short ? std::string(said()) : number_text(*number);
  if (auto shown = shown_instead(text, *number)) return kept(CellKind::text, *shown);
  return kept(CellKind::number, text);
}

// Some programs write numbers without saying how they are shown.
std::optional<std::string> CellMaker::shown_instead(std::string_view number, double value) {
  if (!text_.has_paragraph() || text_.text() == number) return std::nullopt;
  DressedNumber dressed = dressed_number(number, dress_of_shown(text_.text(), value));
  if (dressed.warning)
    sheet_.say(Level::warning, "cell.format", *dressed.warning, cell_.row, cell_.column);
  return std::move(dressed.text);
}

CellRun CellMaker::date() {
  auto text = iso_date(said());
  if (text && shows_month(text_.text())) leave_out_first_day(*text);
  return or_wrong(CellKind::date, text, "日付", "date");
}

CellRun CellMaker::value() {
  if (cell_.type == "string") return plain_text();
  if (cell_.type == "float" || cell_.type == "currency") return number();
  if (cell_.type == "date") return date();
  if (cell_.type == "time") return or_wrong(CellKind::time, iso_duration(said()), "時間", "time");
  if (cell_.type == "percentage") {
    CellRun run = number();
    run.percent = static_cast<CellKind>(run.kind) == CellKind::number ? 1 : 0;
    return run;
  }
  if (cell_.type == "boolean") {
    if (said() == "true") return kept(CellKind::boolean, "TRUE");
    return or_wrong(CellKind::boolean,
                    said() == "false" ? std::optional<std::string>("FALSE") : std::nullopt,
                    "真偽値", "truth value");
  }
  return wrong("cell.kind", {fmt::format("セルの種類「{}」は知られていません", excerpt(cell_.type)),
                             fmt::format("unknown kind of cell {}", excerpt(cell_.type))});
}

CellRun CellMaker::run() {
  if (cell_.is_error) return error();
  const bool untyped = cell_.type.empty() || cell_.type == "void";
  if (!untyped) return value();
  if (cell_.has_formula && text_.text().empty()) return no_result();
  return plain_text();
}

}  // namespace

std::string_view ods_value_attribute(std::string_view type) {
  if (type == "float" || type == "currency" || type == "percentage") return "value";
  if (type == "string") return "string-value";
  if (type == "date") return "date-value";
  if (type == "time") return "time-value";
  if (type == "boolean") return "boolean-value";
  return "";
}

CellRun ods_cell_run(const OdsRawCell& cell, const OdsText& text, SheetDraft& sheet) {
  CellRun run = CellMaker(cell, text, sheet).run();
  if (static_cast<CellKind>(run.kind) == CellKind::text && text.is_struck())
    sheet.say_struck(run, cell.row, cell.column);
  else if (cell.is_struck)
    run = sheet.struck_out(run, cell.row, cell.column);
  run.formula = cell.has_formula ? 1 : 0;
  return run;
}

}  // namespace yokoten
