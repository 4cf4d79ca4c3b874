#include <fmt/format.h>

#include <algorithm>

#include "base/html_pieces.h"
#include "base/html_text.h"
#include "page/dates.h"
#include "page/site.h"

namespace yokoten {
namespace {

// Its terms of use ask for a sentence on what is made of its interface.
bool uses_estat(const Publication& publication) {
  return std::any_of(publication.sources.begin(), publication.sources.end(),
                     [](const Source& source) { return source.url.starts_with("estat:"); });
}

// Nothing may load from another host and nothing inline may run; see design of the pages.
constexpr const char* content_policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'";

bool has_words(std::string_view html, std::string_view words) {
  return find_words(html, words) != html.npos;
}

// The parents of `areas/31/312029/`: ``, `areas/`, `areas/31/`.
std::vector<std::string> parents(const std::string& path) {
  std::vector<std::string> all;
  if (path.empty()) return all;
  all.emplace_back();
  for (std::size_t at = path.find('/'); at != std::string::npos && at + 1 < path.size();
       at = path.find('/', at + 1))
    all.push_back(path.substr(0, at + 1));
  return all;
}

// The newest release has an address of its own as well.
std::string canonical_address(const Publication& publication, const std::string& path) {
  const bool latest = path == "releases/latest/";
  return publication.own_url() + (latest ? "releases/" + publication.as_of + '/' : path);
}

}  // namespace

std::string Site::crumb_title(const Instance& instance, const Templates& templates) const {
  return context_of(book_, instance, templates).plain(pages_[instance.page].crumb);
}

std::vector<View> Site::crumb_views(const Context& context, const Instance& instance) const {
  std::vector<View> crumbs;
  const auto add = [&](const std::string& title, const std::string& href) {
    crumbs.push_back(View().text("title", title).text("href", href).flag("current", href.empty()));
  };
  for (const std::string& parent : parents(instance.path)) {
    const auto at = by_path_.find(parent);
    if (at == by_path_.end()) continue;
    add(crumb_title(instances_[at->second], context.templates), context.link(parent));
  }
  if (!crumbs.empty()) add(crumb_title(instance, context.templates), "");
  return crumbs;
}

std::vector<View> Site::navigation_views(const Context& context, bool lost) const {
  const NavigationItem* current = nullptr;
  for (const NavigationItem& item : book_.publication.navigation) {
    const bool holds =
        item.path.empty() ? context.path.empty() : context.path.starts_with(item.path);
    if (holds && (current == nullptr || item.path.size() > current->path.size())) current = &item;
  }
  std::vector<View> items;
  for (const NavigationItem& item : book_.publication.navigation)
    items.push_back(View()
                        .text("title", item.title)
                        .text("href", context.link(item.path))
                        .flag("current", !lost && &item == current));
  return items;
}

// The same page in each language of the site, the first of which stands at its top.
std::vector<Edition> Site::editions(const Context& context, bool lost) const {
  const Publication& publication = book_.publication;
  std::vector<Edition> all;
  for (const std::string& language : publication.languages) {
    if (publication.languages.size() < 2) break;
    const std::string base = language == publication.languages.front() ? "" : language + '/';
    const std::string path = base + (lost ? "" : context.path);
    all.push_back({language, publication.base_url + path, context.top + path,
                   language == publication.language});
  }
  return all;
}

void Site::add_editions(const Context& context, bool lost, View& view) const {
  std::vector<View> languages, alternates;
  const auto add = [&](const std::string& code, const std::string& address) {
    if (!lost) alternates.push_back(View().text("code", code).text("href", address));
  };
  const std::vector<Edition> all = editions(context, lost);
  for (const Edition& each : all) {
    languages.push_back(View()
                            .text("code", each.language)
                            .text("name", book_.word("page.language_" + each.language))
                            .text("href", each.href)
                            .flag("current", each.is_own));
    add(each.language, each.address);
  }
  if (!all.empty()) add("x-default", all.front().address);
  view.flag("has_languages", !languages.empty())
      .list("languages", std::move(languages))
      .list("alternates", std::move(alternates));
}

View Site::footer_view(const Context& context) const {
  const Publication& publication = book_.publication;
  std::vector<View> data, site;
  for (const NavigationItem& item : publication.footer)
    (item.path.starts_with("data/") ? data : site)
        .push_back(View().text("title", item.title).text("href", context.link(item.path)));
  const auto as_of = parse_period(publication.as_of);
  std::string text;
  if (!publication.about.empty()) text = fmt::format("<p>{}</p>", html_text(publication.about));
  text += fmt::format(
      "<p>{}</p>", html_text(book_.word("page.terms_and_date",
                                        {publication.licence,
                                         as_of ? date_text(book_, *as_of) : publication.as_of})));
  if (uses_estat(publication))
    text += fmt::format("<p>{}</p>", html_text(book_.word("page.estat_credit")));
  View view;
  view.text("text_html", text)
      .flag("has_data", !data.empty())
      .flag("has_site", !site.empty())
      .list("data", std::move(data))
      .list("site", std::move(site));
  return view;
}

SiteFile Site::embed_file(const Context& context, const Instance& instance,
                          const EmbeddedChart& chart) const {
  const Publication& publication = book_.publication;
  View view;
  view.text("language", publication.language)
      .text("csp", content_policy)
      .text("title", chart.title)
      .text("site_title", publication.title)
      .text("canonical", publication.own_url() + instance.path)
      .text("href", context.link(instance.path))
      .text("page_title", context.plain(pages_[instance.page].title))
      .text("publisher", publication.publisher)
      .text("notice", publication.notice)
      .text("licence", publication.licence)
      .text("content", chart.html)
      .list("styles", {View().text("href", context.link(assets_.style))})
      .list("scripts", {View().text("href", context.link(assets_.charts_script))});
  return {chart.path, context.templates.filled("embed", view)};
}

View Site::shell_view(Context& context, const Instance& instance, std::string content) const {
  const Publication& publication = book_.publication;
  const CompiledPage& page = pages_[instance.page];
  const bool lost = instance.path == "404.html";
  const bool compares = has_words(content, "<div class=\"explorer\"");
  const bool has_charts = has_words(content, "<svg class=\"chart");
  std::vector<View> styles = {View().text("href", context.link(assets_.style))};
  if (compares) styles.push_back(View().text("href", context.link(assets_.explorer.style)));
  View view;
  view.text("language", publication.language)
      .text("title", context.plain(page.title))
      .text("site_title", publication.title)
      .text("description", context.plain(page.description))
      .text("root", context.root)
      .text("csp", content_policy)
      .text("notice", publication.notice)
      .text("canonical", lost ? "" : canonical_address(publication, instance.path))
      .text("feed", context.root + "feed.xml")
      .text("offered", context.offered)
      .text("content", std::move(content))
      .list("styles", std::move(styles))
      .list("navigation", navigation_views(context, lost))
      .view("footer", footer_view(context));
  add_editions(context, lost, view);
  const Look& look = publication.look;
  if (look.logo.empty())
    view.flag("logo", false);
  else
    view.view("logo", View()
                          .text("src", context.link(look.logo))
                          .text("dark", look.logo_dark.empty() ? "" : context.link(look.logo_dark))
                          .text("alt", look.logo_alt));
  std::vector<View> scripts;
  if (!page.front.find.empty())
    scripts.push_back(View().text("href", context.link(assets_.find_script)));
  if (has_charts) scripts.push_back(View().text("href", context.link(assets_.charts_script)));
  if (compares)
    for (const std::string& href : {context.link(assets_.explorer.page), std::string("figures.js")})
      scripts.push_back(View().text("href", href));
  view.list("scripts", std::move(scripts));
  std::vector<View> crumbs = lost ? std::vector<View>() : crumb_views(context, instance);
  view.flag("has_crumbs", !crumbs.empty()).list("crumbs", std::move(crumbs));
  if (page.front.paper.empty())
    view.flag("paper", false);
  else
    view.view("paper", View()
                           .text("left", context.plain(page.title) + ' ' + publication.title)
                           .text("right", context.plain(page.paper)));
  return view;
}

}  // namespace yokoten
