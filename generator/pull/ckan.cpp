#include "pull/ckan.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "base/text.h"
#include "model/period.h"

namespace yokoten {
namespace {

using Json = nlohmann::ordered_json;

Fault ckan_fault(const std::string& ja, const std::string& en) { return {"pull.ckan", {ja, en}}; }

std::string text(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool has_format(const Json& resource, const std::string& wanted) {
  return lower_ascii(text(resource, "format")) == wanted ||
         lower_ascii(text(resource, "url")).ends_with('.' + wanted);
}

// 2024-09-13T01:02:03.456 → 2024-09-13
std::string day(const std::string& moment) {
  const std::string start = moment.substr(0, 10);
  return parse_date(start) ? start : std::string();
}

std::optional<Fault> take(const Json& found, CkanResource& resource) {
  resource.url = text(found, "url");
  resource.published = day(text(found, "last_modified"));
  if (!resource.url.empty()) return std::nullopt;
  return ckan_fault("この資源にダウンロードの住所はありません",
                    "the resource has no address to download");
}

std::string listed(const Json& resources) {
  std::vector<std::string> lines;
  for (const Json& each : resources)
    if (each.is_object())
      lines.push_back(
          fmt::format("{} ({} {})", text(each, "id"), text(each, "format"), text(each, "name")));
  return fmt::format("{}", fmt::join(lines, ", "));
}

std::optional<Fault> choose(const Json& resources, std::string_view file, CkanResource& resource) {
  const std::string wanted(file.substr(file.rfind('.') + 1));
  const Json* chosen = nullptr;
  std::size_t fitting = 0;
  for (const Json& each : resources) {
    if (!each.is_object() || !has_format(each, wanted)) continue;
    ++fitting;
    chosen = &each;
  }
  if (fitting == 1) return take(*chosen, resource);
  return ckan_fault(fmt::format("{}の資源が{}件あります。資源のidを1つ選んでください: {}", wanted,
                                fitting, listed(resources)),
                    fmt::format("the dataset has {} resources in {}; name the id of one: {}",
                                fitting, wanted, listed(resources)));
}

// What it answers about; null where it is no answer.
Json result_of(std::string_view answer) {
  Json root = Json::parse(answer, nullptr, false);
  const bool is_answer = root.is_object() && root.contains("result") && root["result"].is_object();
  const bool is_good =
      is_answer && root.value("success", Json(false)).is_boolean() && root["success"].get<bool>();
  return is_good ? std::move(root["result"]) : Json();
}

// What a portal says becomes part of an address.
std::string id_in(const Json& object, const char* key) {
  std::string id = text(object, key);
  const bool is_id = id.find_first_not_of(
                         "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                         "0123456789-_") == std::string::npos;
  return is_id ? id : std::string();
}

}  // namespace

std::optional<std::string> ckan_licence(std::string_view answer) {
  const Json result = result_of(answer);
  if (!result.is_object()) return std::nullopt;
  return text(result, "license_title");
}

std::string ckan_url(const std::string& portal, const std::string& id, bool is_dataset) {
  return fmt::format("https://{}/api/3/action/{}?id={}", portal,
                     is_dataset ? "package_show" : "resource_show", id);
}

std::optional<Fault> read_ckan(std::string_view answer, std::string_view file,
                               CkanResource& resource) {
  const Json result = result_of(answer);
  if (!result.is_object())
    return ckan_fault("CKANの返事ではありません。ポータルの住所を確かめてください",
                      "it is no answer of CKAN; look at the portal's address");
  resource.licence = text(result, "license_title");
  resource.dataset = id_in(result, "package_id");
  const auto resources = result.find("resources");
  if (resources == result.end()) return take(result, resource);
  if (!resources->is_array())
    return ckan_fault("資源の一覧がありません", "there is no list of resources");
  return choose(*resources, file, resource);
}

}  // namespace yokoten
