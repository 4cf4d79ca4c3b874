#include "page/data_links.h"

#include <fmt/format.h>

#include "base/html_text.h"
#include "base/json_text.h"
#include "model/licence.h"
#include "page/row_lists.h"

namespace yokoten {
namespace {

std::string licence_html(const Publication& publication) {
  const Licence* licence = licence_of(publication.licence);
  if (licence == nullptr) return html_text(publication.licence);
  const bool english = publication.language == "en";
  return fmt::format("<a rel=\"license\" href=\"{}\">{}</a>",
                     html_text(english ? licence->english_url : licence->url),
                     html_text(english ? licence->english : licence->title));
}

std::string distribution_json(const Publication& publication, const DataSet& set) {
  std::string all;
  for (const std::string& form : set.forms)
    all +=
        fmt::format("{}{{\"@type\": \"DataDownload\", \"encodingFormat\": {}, \"contentUrl\": {}}}",
                    all.empty() ? "" : ", ", json_text(media_type_of(form)),
                    json_text(publication.base_url + set.path + '.' + form));
  return all;
}

std::string based_on_json(const Publication& publication, const DataSet& set) {
  std::string all;
  for (const int id : sources_in(publication, set)) {
    const Source& source = publication.sources[static_cast<std::size_t>(id)];
    all += fmt::format(
        "{}{{\"@type\": \"CreativeWork\", \"name\": {}, \"publisher\": {{\"@type\": "
        "\"Organization\", \"name\": {}}}}}",
        all.empty() ? "" : ", ", json_text(source.title), json_text(source.publisher));
  }
  return all;
}

}  // namespace

View file_view(const std::string& href, const std::string& title, const std::string& kind,
               std::vector<View> more) {
  return View()
      .text("href", href)
      .text("title", title)
      .text("kind", kind)
      .list("more", std::move(more));
}

View set_view(const Context& context, const DataSet& set) {
  const Book& book = context.book;
  std::vector<View> more;
  const auto href = [&](const std::string& form) { return context.link(set.path + '.' + form); };
  const auto kind = [&](const std::string& form) { return book.word("label." + form); };
  for (std::size_t at = 1; at < set.forms.size(); ++at) {
    const std::string& form = set.forms[at];
    more.push_back(View()
                       .text("href", href(form))
                       .text("kind", kind(form))
                       .text("label", set.title + ' ' + kind(form)));
  }
  const std::string& first = set.forms.front();
  return file_view(href(first), set.title, kind(first), std::move(more));
}

std::string terms_html(Context& context, const DataSet& set) {
  const Book& book = context.book;
  if (context.offered.empty()) context.offered = dataset_json(book, set, set.title);
  const std::string id = "credit-" + std::to_string(++context.credits);
  return context.templates.filled("terms", View()
                                               .text("licence_html", licence_html(book.publication))
                                               .text("id", id)
                                               .text("credit", credit_line(book.publication, set)));
}

std::string dataset_json(const Book& book, const DataSet& set, const std::string& description) {
  const Publication& publication = book.publication;
  const Licence* licence = licence_of(publication.licence);
  const int area = set.area == Areas::none ? book.home : set.area;
  return fmt::format(
      "{{\"@context\": \"https://schema.org\", \"@type\": \"Dataset\", \"name\": {}, "
      "\"description\": {}, \"url\": {}, \"inLanguage\": {}, \"license\": {}, \"creditText\": {}, "
      "\"creator\": {{\"@type\": \"Organization\", \"name\": {}}}, \"dateModified\": {}, "
      "\"isAccessibleForFree\": true, \"spatialCoverage\": {{\"@type\": \"Place\", \"name\": {}, "
      "\"identifier\": {}}}, \"includedInDataCatalog\": {{\"@type\": \"DataCatalog\", \"name\": "
      "{}, \"url\": {}}}, \"isBasedOn\": [{}], \"distribution\": [{}]}}",
      json_text(set.title + ' ' + publication.title), json_text(description),
      json_text(page_address(publication, set)), json_text(publication.language),
      json_text(licence == nullptr ? std::string_view(publication.licence) : licence->url),
      json_text(credit_line(publication, set)), json_text(publication.publisher),
      json_text(publication.as_of), json_text(book.areas.at(area).name),
      json_text(book.areas.at(area).code), json_text(publication.title),
      json_text(publication.own_url() + "data/"), based_on_json(publication, set),
      distribution_json(publication, set));
}

}  // namespace yokoten
