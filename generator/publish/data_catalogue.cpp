#include "publish/data_catalogue.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/home_area.h"
#include "model/licence.h"

namespace yokoten {
namespace {

using Json = nlohmann::ordered_json;

Json context() {
  return {{"dcat", "http://www.w3.org/ns/dcat#"},
          {"dct", "http://purl.org/dc/terms/"},
          {"foaf", "http://xmlns.com/foaf/0.1/"},
          {"prov", "http://www.w3.org/ns/prov#"},
          {"skos", "http://www.w3.org/2004/02/skos/core#"},
          {"vcard", "http://www.w3.org/2006/vcard/ns#"},
          {"xsd", "http://www.w3.org/2001/XMLSchema#"}};
}

Json said(const Publication& publication, const std::string& text) {
  return {{"@value", text}, {"@language", publication.language}};
}

Json resource(const std::string& address) { return {{"@id", address}}; }

// Where only a year or a month is known, the type says so.
Json dated(const std::string& date) {
  constexpr std::size_t year = 4, month = 7;
  const char* type = date.size() == year    ? "xsd:gYear"
                     : date.size() == month ? "xsd:gYearMonth"
                                            : "xsd:date";
  return {{"@value", date}, {"@type", type}};
}

Json publisher_of(const Publication& publication) {
  return {{"@type", "foaf:Agent"}, {"foaf:name", said(publication, publication.publisher)}};
}

Json contact_of(const Publication& publication) {
  return {{"@type", "vcard:Organization"},
          {"vcard:fn", publication.publisher},
          {"vcard:note", publication.contact}};
}

// The address of known terms, else the words that the publication has for them.
Json licence_of_data(const Publication& publication) {
  if (const Licence* known = licence_of(publication.licence))
    return resource(std::string(known->url));
  return {{"@type", "dct:LicenseDocument"}, {"dct:title", publication.licence}};
}

/// The days from the first to the last that the figures are of; null where no source has a date.
Json days_of(const Cube& cube, const DataSet& set) {
  std::vector<bool> is_told(static_cast<std::size_t>(cube.periods()), false);
  for (const auto& run : set.runs)
    for (const Observation& seen : run.figures())
      is_told[static_cast<std::size_t>(seen.period)] = true;
  std::string first, last;
  for (int id = 0; id < cube.periods(); ++id) {
    const Period period = cube.period(id);
    if (!is_told[static_cast<std::size_t>(id)] || period.kind == PeriodKind::none) continue;
    const std::string from = to_text(first_day(period)), to = to_text(last_day(period));
    if (first.empty() || from < first) first = from;
    last = std::max(last, to);
  }
  if (first.empty()) return nullptr;
  return {{"@type", "dct:PeriodOfTime"},
          {"dcat:startDate", dated(first)},
          {"dcat:endDate", dated(last)}};
}

Json catalogue_sources(const Publication& publication, const DataSet& set) {
  Json all = Json::array();
  for (const int id : sources_in(publication, set)) {
    const Source& source = publication.sources[static_cast<std::size_t>(id)];
    Json one = {{"@type", "prov:Entity"},
                {"dct:title", said(publication, source.title)},
                {"dct:publisher",
                 {{"@type", "foaf:Agent"}, {"foaf:name", said(publication, source.publisher)}}}};
    if (source.url.starts_with("https://") || source.url.starts_with("http://"))
      one["dcat:landingPage"] = resource(source.url);
    all.push_back(std::move(one));
  }
  return all;
}

Json distributions_of(const Publication& publication, const DataSet& set) {
  Json all = Json::array();
  for (const std::string& form : set.forms) {
    const std::string file = publication.base_url + set.path + '.' + form;
    all.push_back({{"@id", file},
                   {"@type", "dcat:Distribution"},
                   {"dcat:accessURL", resource(page_address(publication, set))},
                   {"dcat:downloadURL", resource(file)},
                   {"dcat:mediaType", resource("https://www.iana.org/assignments/media-types/" +
                                               media_type_of(form))},
                   {"dct:license", licence_of_data(publication)}});
  }
  return all;
}

std::string description_of(const Publication& publication, const DataSet& set) {
  if (set.indicator < 0) return publication.about.empty() ? publication.title : publication.about;
  const Indicator& of = publication.indicators[static_cast<std::size_t>(set.indicator)];
  return of.description.empty() ? of.title : of.description;
}

Json place_of(const Publication& publication, const Areas& areas) {
  const Area& home = areas.at(home_area(publication, areas));
  return {{"@type", "dct:Location"},
          {"dct:identifier", home.code},
          {"skos:prefLabel", said(publication, home.name)}};
}

Json releases_of(const Publication& publication, const ReleaseHistory& history) {
  Json all = Json::array();
  for (const ReleaseChanges& each : history.releases())
    all.push_back(resource(publication.base_url + "releases/" + each.date + "/observations.csv"));
  return all;
}

Json data_set_of(const Publication& publication, const Areas& areas, const Cube& cube,
                 const DataSet& set) {
  Json made = {{"@id", publication.base_url + set.path},
               {"@type", "dcat:Dataset"},
               {"dct:title", said(publication, set.title)},
               {"dct:description", said(publication, description_of(publication, set))},
               {"dct:identifier", publication.base_url + set.path},
               {"dct:publisher", publisher_of(publication)},
               {"dcat:contactPoint", contact_of(publication)},
               {"dct:language", publication.language},
               {"dct:modified", dated(publication.as_of)},
               {"dct:bibliographicCitation", credit_line(publication, set)},
               {"dct:spatial", place_of(publication, areas)},
               {"dcat:landingPage", resource(page_address(publication, set))},
               {"prov:wasDerivedFrom", catalogue_sources(publication, set)},
               {"dcat:distribution", distributions_of(publication, set)}};
  if (Json days = days_of(cube, set); !days.is_null()) made["dct:temporal"] = std::move(days);
  return made;
}

}  // namespace

std::string data_catalogue_json(const Publication& publication, const Areas& areas,
                                const Measured& measured, const std::vector<DataSet>& sets,
                                const ReleaseHistory& history) {
  Json all = Json::array();
  for (const DataSet& set : sets) {
    if (set.area != Areas::none) continue;
    Json one = data_set_of(publication, areas, measured.cube, set);
    if (set.indicator < 0) {
      one["dcat:version"] = publication.as_of;
      one["dcat:hasVersion"] = releases_of(publication, history);
    }
    all.push_back(std::move(one));
  }
  const Json catalogue = {
      {"@context", context()},
      {"@id", publication.base_url + "data/catalog.jsonld"},
      {"@type", "dcat:Catalog"},
      {"dct:title", said(publication, publication.title)},
      {"dct:description",
       said(publication, publication.about.empty() ? publication.title : publication.about)},
      {"dct:publisher", publisher_of(publication)},
      {"dct:license", licence_of_data(publication)},
      {"dct:language", publication.language},
      {"dct:modified", dated(publication.as_of)},
      {"foaf:homepage", resource(publication.base_url)},
      {"dcat:dataset", std::move(all)}};
  return catalogue.dump(2) + '\n';
}

}  // namespace yokoten
