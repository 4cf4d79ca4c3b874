#include "page/project_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/count_text.h"
#include "base/html_text.h"
#include "model/service_type.h"
#include "page/table_frame.h"
#include "page/wording.h"

namespace yokoten {
namespace {

std::string yen_text(std::int64_t yen) { return to_shown({yen, 0}); }

// The national order of services; unknown ones stand last.
std::vector<const ProjectOffice*> by_service(const ModelProject& project) {
  std::vector<const ProjectOffice*> offices;
  for (const ProjectOffice& each : project.offices) offices.push_back(&each);
  const auto place = [](const ProjectOffice* office) {
    const ServiceType* type = service_type(office->service);
    return type == nullptr ? service_types().size()
                           : static_cast<std::size_t>(type - service_types().data());
  };
  std::stable_sort(offices.begin(), offices.end(),
                   [&](const auto* a, const auto* b) { return place(a) < place(b); });
  return offices;
}

/// Which columns the offices of a project fill.
struct OfficeColumns {
  bool names = false, terminals = false;

  explicit OfficeColumns(const ModelProject& project) {
    for (const ProjectOffice& each : project.offices) {
      names = names || !each.name.empty();
      terminals = terminals || each.terminals > 0;
    }
  }
};

TableRow office_row(const Book& book, const ProjectOffice& office, const OfficeColumns& columns) {
  TableRow row;
  row.name = office.service;
  if (columns.names)
    row.cells.push_back(office.name.empty() ? state_cell(book.word("project.unnamed"))
                                            : text_cell(office.name));
  row.cells.push_back(text_cell(office.role));
  if (!columns.terminals) return row;
  row.cells.push_back(number_cell(count_text(office.terminals)));
  row.cells.push_back(office.terminals == 0 ? number_state_cell(book.word("project.no_terminal"))
                                            : number_cell(yen_text(office.terminal_yen)));
  return row;
}

TableRow limit_row(const std::string& name, std::int64_t yen, std::int64_t limit) {
  TableRow row;
  row.name = name;
  const auto share = quotient({yen, 0}, {limit, 0}, 1, 100);
  row.cells = {number_cell(yen_text(yen), true), number_cell(yen_text(limit)),
               number_cell(share ? to_shown(*share) + '%' : std::string())};
  return row;
}

std::int64_t dearest_terminal(const ModelProject& project) {
  std::int64_t most = 0;
  for (const ProjectOffice& each : project.offices) most = std::max(most, each.terminal_yen);
  return most;
}

std::string limits_note(const Book& book, const Programme& programme, const ClauseLimits& limits) {
  std::string text = book.word("project.limit_from", {std::to_string(programme.budget)});
  if (limits.models)
    add_sentence(book, text, book.word("project.limit_models", {std::to_string(*limits.models)}));
  if (limits.all) add_sentence(book, text, book.word("project.limit_all", {yen_text(*limits.all)}));
  return fmt::format("<p class=\"src\">{}</p>\n", html_text(text));
}

}  // namespace

std::string project_offices_html(Context& context, const ModelProject& project) {
  if (project.offices.empty()) return {};
  const Book& book = context.book;
  const OfficeColumns columns(project);
  TableFrame frame;
  frame.caption = book.word("project.part_offices");
  frame.loose = true;
  frame.columns = {{.title = book.word("project.service"), .unit = {}}};
  if (columns.names) frame.columns.push_back({.title = book.word("project.name"), .unit = {}});
  frame.columns.push_back({.title = book.word("project.role"), .unit = {}});
  if (columns.terminals) {
    frame.columns.push_back({.title = book.word("project.terminals"),
                             .unit = book.word("project.pieces"),
                             .number = true});
    frame.columns.push_back({.title = book.word("project.terminal_cost"),
                             .unit = book.word("project.yen"),
                             .number = true});
  }
  for (const ProjectOffice* each : by_service(project))
    frame.rows.push_back(office_row(book, *each, columns));
  return table_html(context, frame);
}

std::string project_cost_html(Context& context, const ModelProject& project,
                              const Programme* programme) {
  if (!project.yen) return {};
  const Book& book = context.book;
  const auto limits =
      programme == nullptr ? std::nullopt : limits_of(programme->clause, programme->budget);
  if (!limits)
    return fmt::format("<p><b>{}</b></p>\n<p class=\"src\">{}</p>\n",
                       html_text(book.word("project.in_yen", {yen_text(*project.yen)})),
                       html_text(book.word("project.no_limit")));
  TableFrame frame;
  frame.caption = book.word("project.part_cost");
  const auto number = [&](const char* word, const std::string& unit) {
    return TableColumn{.title = book.word(word), .unit = unit, .number = true};
  };
  const std::string yen = book.word("project.yen");
  frame.columns = {{.title = book.word("project.item"), .unit = {}},
                   number("project.amount", yen),
                   number("project.limit", yen),
                   number("project.share", {})};
  frame.rows.push_back(limit_row(book.word("project.whole_cost"), *project.yen, limits->model));
  const std::int64_t terminal = dearest_terminal(project);
  if (limits->terminal && terminal > 0)
    frame.rows.push_back(limit_row(book.word("project.one_terminal"), terminal, *limits->terminal));
  return table_html(context, frame) + limits_note(book, *programme, *limits);
}

}  // namespace yokoten
