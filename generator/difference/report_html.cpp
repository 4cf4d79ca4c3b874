#include <fmt/format.h>

#include "base/html_text.h"
#include "difference/report.h"

namespace yokoten {
namespace {

std::string marked(const ReportText& text) {
  std::string line;
  for (const WordPiece& each : text) {
    const std::string inside = html_text(each.text);
    switch (each.kind) {
      case WordPiece::Kind::gone:
        line += "<del>" + inside + "</del>";
        break;
      case WordPiece::Kind::come:
        line += "<ins>" + inside + "</ins>";
        break;
      case WordPiece::Kind::stays:
        line += inside;
    }
  }
  return line;
}

std::string pair_html(const char* name, const std::string& html) {
  return fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", name, html);
}

std::string head_html(const Report& report, const std::string& style) {
  const bool ja = report.language == Language::ja;
  // No script, no other file, no other host: only the style that stands here.
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; "
      "style-src "
      "&#39;unsafe-inline&#39;; img-src data:; base-uri &#39;none&#39;; form-action "
      "&#39;none&#39;\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n"
      "<title>{} {}</title>\n<style>\n{}</style>\n</head>\n",
      ja ? "ja" : "en", html_text(report.title), html_text(report.after->title), style);
}

std::string sides_html(const Report& report) {
  const bool ja = report.language == Language::ja;
  std::string html = "<dl class=\"sides\">\n";
  html += pair_html(ja ? "前" : "Before", html_text(side_words(*report.before, report.language)));
  html += pair_html(ja ? "後" : "After", html_text(side_words(*report.after, report.language)));
  if (!report.after->hash.empty())
    html +=
        pair_html(ja ? "公表するもののハッシュ（SHA-256）" : "Hash of what is published (SHA-256)",
                  "<code>" + report.after->hash + "</code>");
  return html + "</dl>\n";
}

std::string counts_html(const Report& report) {
  std::string html = "<ul class=\"counts\">\n";
  for (const auto& [what, count] : report.counts)
    html += fmt::format("<li{}><b>{}</b> <span>{}</span></li>\n",
                        count == "0" ? " class=\"none\"" : "", count, html_text(what));
  return html + "</ul>\n";
}

// What is signed by hand is the paper; what publish asks for is the file.
std::string approval_html(const Report& report) {
  const bool ja = report.language == Language::ja;
  if (report.after->hash.empty())
    return fmt::format(
        "<p class=\"note\">{}</p>\n",
        ja ? "まだ build していない発行物なので、決裁するハッシュがありません。build したサイトと"
             "くらべると、決裁欄が付きます。"
           : "This publication is not built yet: there is no hash to approve. Compare "
             "the built site, and a form for the approval stands here.");
  std::string html = fmt::format(
      "<section class=\"approval\" aria-labelledby=\"approval\">\n<h2 "
      "id=\"approval\">{}</h2>\n<p>{}</p>\n",
      ja ? "決裁欄" : "Approval (<span lang=\"ja\">決裁</span>)",
      ja ? "上のハッシュの内容を公表してよい。" : "What has the hash above may be published.");
  const std::string corner = ja ? "欄" : "Step";
  html += fmt::format("<table>\n<thead><tr><th scope=\"col\">{}</th>", corner);
  for (const char* step :
       {ja ? "起案" : "Drafted", ja ? "審査" : "Reviewed", ja ? "決裁" : "Approved"})
    html += fmt::format("<th scope=\"col\">{}</th>", step);
  html += "</tr></thead>\n<tbody>\n";
  for (const char* row : {ja ? "職・氏名" : "Office, name", ja ? "年月日" : "Date",
                          ja ? "印・署名" : "Seal, signature"})
    html += fmt::format("<tr><th scope=\"row\">{}</th><td></td><td></td><td></td></tr>\n", row);
  html += "</tbody>\n</table>\n";
  html += fmt::format(
      "<p class=\"how\">{}</p>\n<pre><code>hash = &quot;{}&quot;\ndecided_by = "
      "&quot;&quot;\ndecided_on = &quot;&quot;"
      "\nnote = &quot;&quot;</code></pre>\n</section>\n",
      ja ? "決裁のあと、次の4行を approval.toml に書き、<code>yokoten publish サイト 公開先 "
           "--approval "
           "approval.toml</code> で公開します。"
         : "Then these four lines go into approval.toml, and <code>yokoten publish SITE TARGET "
           "--approval approval.toml</code> publishes.",
      report.after->hash);
  return html;
}

std::string table_html(const ReportTable& table, const std::string& name) {
  if (table.rows.empty()) return {};
  std::string html = fmt::format(
      "<div class=\"tbl\" role=\"region\" aria-label=\"{}\" tabindex=\"0\">\n<table>\n<thead><tr>",
      html_text(name));
  for (const std::string& each : table.headings)
    html += "<th scope=\"col\">" + html_text(each) + "</th>";
  html += "</tr></thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    html += "<tr>";
    for (std::size_t at = 0; at < row.size(); ++at)
      html += at == 0 ? "<th scope=\"row\">" + marked(row[at]) + "</th>"
                      : "<td>" + marked(row[at]) + "</td>";
    html += "</tr>\n";
  }
  return html + "</tbody>\n</table>\n</div>\n";
}

std::string part_html(const ReportPart& part, Language language) {
  std::string html = fmt::format("<h{0}>{1}</h{0}>\n", part.level, html_text(part.heading));
  for (const std::string& each : part.sentences) html += "<p>" + html_text(each) + "</p>\n";
  if (!part.lines.empty()) html += "<ul class=\"lines\">\n";
  for (const ReportText& each : part.lines) html += "<li>" + marked(each) + "</li>\n";
  if (!part.lines.empty()) html += "</ul>\n";
  html += table_html(part.table, part.heading);
  for (const std::size_t left_out : {part.lines_left_out, part.table.left_out})
    if (left_out > 0)
      html += "<p class=\"more\">" + html_text(left_out_words(left_out, language)) + "</p>\n";
  return html;
}

}  // namespace

std::string report_html(const Report& report, const std::string& style) {
  const bool ja = report.language == Language::ja;
  std::string html = head_html(report, style) + "<body>\n<main>\n<h1>" + html_text(report.title) +
                     "</h1>\n" + sides_html(report);
  html += report.is_empty ? fmt::format("<p class=\"note\">{}</p>\n",
                                        ja ? "違いはありません。" : "No difference.")
                          : counts_html(report);
  html += approval_html(report);
  for (const ReportPart& part : report.parts) html += part_html(part, report.language);
  return html + "</main>\n</body>\n</html>\n";
}

}  // namespace yokoten
