#include "model/area.h"

namespace yokoten {
namespace {

std::string key(int parent, std::string_view name) {
  return std::to_string(parent) + '/' + std::string(name);
}

int found(const std::unordered_map<std::string, int>& index, const std::string& wanted) {
  const auto at = index.find(wanted);
  return at == index.end() ? Areas::none : at->second;
}

}  // namespace

Areas::Areas() {
  add({.code = "000000",
       .name = "全国",
       .reading = "ぜんこく",
       .kind = "国",
       .county = {},
       .short_name = "全国",
       .name_en = "Japan",
       .region = {},
       .members = {},
       .level = AreaLevel::nation});
}

int Areas::add(Area area) {
  const int id = size();
  if (!area.code.empty()) by_code_.emplace(area.code, id);
  by_name_.emplace(key(area.parent, area.name), id);
  if (area.parent >= 0 && area.level != AreaLevel::municipal_union)
    children_[static_cast<std::size_t>(area.parent)].push_back(id);
  areas_.push_back(std::move(area));
  children_.emplace_back();
  return id;
}

void Areas::add_variant(int id, std::string variant) {
  by_variant_.emplace(key(at(id).parent, variant), id);
  variants_.emplace_back(id, std::move(variant));
}

int Areas::by_code(std::string_view code) const { return found(by_code_, std::string(code)); }

int Areas::by_name(int parent, std::string_view name) const {
  return found(by_name_, key(parent, name));
}

std::vector<int> Areas::municipalities() const {
  std::vector<int> all;
  for (const int prefecture : prefectures())
    all.insert(all.end(), children(prefecture).begin(), children(prefecture).end());
  return all;
}

int Areas::by_variant(int parent, std::string_view name) const {
  return found(by_variant_, key(parent, name));
}

int Areas::prefecture_of(int id) const {
  const AreaLevel level = at(id).level;
  return level == AreaLevel::nation || level == AreaLevel::prefecture ? id : at(id).parent;
}

std::string_view Areas::prefecture_number(int id) const {
  if (id == nation) return {};
  return std::string_view(at(prefecture_of(id)).code).substr(0, 2);
}

bool Areas::has_page(int id) const { return at(id).level != AreaLevel::municipal_union; }

std::string Areas::path(int id) const {
  if (id == nation || !has_page(id)) return {};
  std::string path = "areas/" + std::string(prefecture_number(id)) + '/';
  if (at(id).level == AreaLevel::municipality) path += at(id).code + '/';
  return path;
}

}  // namespace yokoten
