#include "page/project_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/count_text.h"
#include "base/html_text.h"
#include "page/before_after.h"
#include "page/dates.h"
#include "page/project_tables.h"
#include "page/row_lists.h"
#include "page/source_text.h"

namespace yokoten {
namespace {

const Programme* programme_of(const Book& book, const ModelProject& project) {
  for (const Programme& each : book.publication.programmes)
    if (each.id == project.programme) return &each;
  return nullptr;
}

std::string area_html(const Context& context, const ModelProject& project) {
  const Areas& areas = context.book.areas;
  const int area = areas.by_code(project.area);
  if (area == Areas::none) return {};
  const int prefecture = areas.prefecture_of(area);
  std::string name = name_html(areas.at(area));
  if (prefecture != area && prefecture != Areas::nation)
    name = html_text(areas.at(prefecture).name) + name;
  const std::string href = context.area_link(area);
  return href.empty() ? name : fmt::format("<a href=\"{}\">{}</a>", html_text(href), name);
}

std::string span_text(const Book& book, const ModelProject& project) {
  return book.word("project.from_to", {date_text(book, project.from), date_text(book, project.to)});
}

std::string facts_html(Context& context, const ModelProject& project) {
  const Book& book = context.book;
  const auto row = [&](const char* word, const std::string& html) {
    return KeyRow{book.word(word), html};
  };
  std::vector<KeyRow> rows;
  if (const Programme* programme = programme_of(book, project)) {
    rows.push_back(row("project.programme", html_text(programme->title)));
    if (programme->clause != Clause::none) {
      const std::string clause(clause_words[static_cast<std::size_t>(programme->clause)]);
      rows.push_back(row("project.what_for", html_text(book.word("project." + clause))));
      rows.push_back(
          row("project.budget",
              html_text(book.word("project.fiscal_year", {std::to_string(programme->budget)}))));
    }
  }
  rows.push_back(row("project.area", area_html(context, project)));
  rows.push_back(row("project.period", html_text(span_text(book, project))));
  rows.push_back(row("project.office_count",
                     html_text(book.word("project.count", {count_text(project.offices.size())}))));
  return key_values_html(context, rows);
}

KeyRow visit_row(const Book& book, const ModelProject& project) {
  const std::string term = book.word("project.visiting");
  if (!project.visit) return {term, html_text(book.word("project.not_told")), true};
  if (!project.visit->how.empty()) return {term, html_text(project.visit->how)};
  return {term, html_text(book.word("project.no_visits", {project.visit->none}))};
}

std::string visit_html(Context& context, const ModelProject& project) {
  const Book& book = context.book;
  const bool told = !project.contact.empty();
  const std::string contact = told ? project.contact : book.word("project.not_told");
  return key_values_html(context, {visit_row(book, project),
                                   {book.word("project.contact"), html_text(contact), !told}});
}

// PDF, 120 KB.
std::string kind_text(const ProjectDocument& document) {
  std::string kind = document.path.substr(document.path.rfind('.') + 1);
  std::transform(kind.begin(), kind.end(), kind.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  const std::uint64_t kilobytes = (document.bytes + 1023) / 1024;
  return fmt::format("{}、{}KB", kind, count_text(kilobytes));
}

std::string documents_html(Context& context, const ModelProject& project) {
  if (project.documents.empty()) return {};
  std::vector<View> files;
  for (const ProjectDocument& each : project.documents)
    files.push_back(
        View()
            .text("href", each.url.empty() ? context.link(in_address(each.path)) : each.url)
            .text("title", each.title)
            .text("kind",
                  each.url.empty() ? kind_text(each) : context.book.word("project.elsewhere")));
  return context.templates.filled("files", View().list("files", std::move(files)).text("note", ""));
}

std::string results_html(Context& context, const ModelProject& project) {
  const Book& book = context.book;
  if (project.results.empty())
    return fmt::format("<p>{}</p>\n", html_text(book.word("project.no_results")));
  return before_after_html(context, project.results, book.areas.by_code(project.area),
                           book.word("project.part_results"));
}

std::string made_part(Context& context, const ModelProject& project, std::string_view part) {
  if (part == "facts") return facts_html(context, project);
  if (part == "offices") return project_offices_html(context, project);
  if (part == "cost")
    return project_cost_html(context, project, programme_of(context.book, project));
  if (part == "results") return results_html(context, project);
  if (part == "visit") return visit_html(context, project);
  return documents_html(context, project);
}

std::string section(Context& context, const ModelProject& project, std::string_view part) {
  if (context.shown_parts.contains(std::string(part))) return {};
  const std::string html = project_part_html(context, project, part);
  if (html.empty()) return {};
  const std::string id = "project-" + std::string(part);
  return fmt::format(
      "<section class=\"sec\" id=\"{0}\" aria-labelledby=\"{0}-h\"><header><h2 "
      "id=\"{0}-h\">{1}</h2></header>\n{2}</section>\n",
      id, html_text(context.book.word("project.part_" + std::string(part))), html);
}

}  // namespace

const ModelProject* project_of(const Publication& publication, const std::string& file) {
  for (const ModelProject& each : publication.projects)
    if (each.file == file) return &each;
  return nullptr;
}

std::string project_part_html(Context& context, const ModelProject& project,
                              std::string_view part) {
  context.shown_parts.insert(std::string(part));
  return made_part(context, project, part);
}

std::string project_facts_section(Context& context, const ModelProject& project) {
  return section(context, project, project_parts.front());
}

std::string project_other_sections(Context& context, const ModelProject& project) {
  std::string html;
  for (const std::string_view part : project_parts)
    if (part != project_parts.front()) html += section(context, project, part);
  return html;
}

}  // namespace yokoten
