#include "pull/errand.h"

#include <algorithm>
#include <new>
#include <utility>

#include "base/text.h"
#include "pull/content.h"

namespace yokoten {
namespace {

constexpr const char* estat_base = "https://api.e-stat.go.jp/rest/3.0/app";
constexpr const char* app_id_name = "ESTAT_APP_ID";
constexpr std::int64_t longest_page = 64 << 20, longest_lookup = 16 << 20;  // bytes
constexpr const char* base_name = "ESTAT_API";  // another server with the same interface

// What a server said may be no text, or without end.
std::string presentable(const std::string& text) {
  constexpr std::size_t longest = 1000;
  std::size_t end = std::min(text.size(), longest);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80)
    --end;  // not within a letter
  std::string out = text.substr(0, end) + (end < text.size() ? "…" : "");
  if (!first_invalid_utf8(out)) return out;
  std::erase_if(out, [](char letter) { return letter < 0; });
  return out;
}

// Resources have UUIDs; datasets have them too, but are mostly called by a name.
bool looks_like_a_resource(const std::string& id) {
  return id.size() == 36 && id.find_first_not_of("0123456789abcdefABCDEF-") == std::string::npos;
}

}  // namespace

std::optional<Request> Errand::fail(Fault fault) {
  catch_.fault = std::move(fault);
  return std::nullopt;
}

std::optional<Request> Errand::request(const std::string& url) {
  if (auto fault = prepare(source_, environment_, url, request_)) return fail(std::move(*fault));
  return request_;
}

void Errand::add_validators(Request& request) const {
  if (!before_ || !is_header_value(before_->etag) || !is_header_value(before_->last_modified))
    return;
  request.etag = before_->etag;
  request.last_modified = before_->last_modified;
  request.validators_for = before_->final_address;
}

std::optional<Request> Errand::first() {
  const auto address = parse_address(source_.url);
  if (!address) return std::nullopt;  // was reported by the reader
  address_ = *address;
  if (address_.kind == AddressKind::estat) return first_page();
  if (address_.kind == AddressKind::clickhouse) return first_question();
  if (address_.kind == AddressKind::ckan) {
    asks_dataset_ = !looks_like_a_resource(address_.id);
    auto made = request(ckan_url(address_.rest, address_.id, asks_dataset_));
    request_.limits.bytes = std::min(request_.limits.bytes, longest_lookup);
    if (made) made->limits = request_.limits;
    return made;
  }
  auto made = request(resolved(address_.path, address_.path));
  if (made) add_validators(*made);
  return made;
}

std::string Errand::estat_address(std::int64_t start) const {
  return estat_url(environment_(base_name).value_or(estat_base), app_id_, address_.id,
                   address_.rest, start);
}

std::optional<Request> Errand::first_page() {
  const auto app_id = environment_(app_id_name);
  if (!app_id)
    return fail(
        {"pull.environment",
         {"環境変数ESTAT_APP_IDがありません。e-Statのアプリケーションidを入れてください",
          "the environment variable ESTAT_APP_ID is not set; it is e-Stat's application id"}});
  if (auto fault = estat_query_fault(address_.rest)) return fail(std::move(*fault));
  app_id_ = *app_id;
  auto made = request(estat_address(0));
  if (!made) return made;
  request_.secrets.add(app_id_);
  request_.limits.bytes = std::min(request_.limits.bytes, longest_page);
  return request_;
}

// What was read of an answer takes more room than the answer.
std::optional<Request> Errand::take(Response&& response) try {
  return taken(std::move(response));
} catch (const std::bad_alloc&) {
  return fail({"pull.size",
               {"大きすぎて、メモリーに入りません", "it is too large for the memory there is"}});
}

std::optional<Request> Errand::taken(Response&& response) {
  if (address_.kind == AddressKind::clickhouse) return take_answer(std::move(response));
  const bool is_lookup = address_.kind == AddressKind::ckan && !is_found_;
  if (is_lookup && response.status == 404 && !asked_both_) {
    asked_both_ = true;
    asks_dataset_ = !asks_dataset_;
    request_.url = ckan_url(address_.rest, address_.id, asks_dataset_);
    return request_;
  }
  if (asks_licence_) return take_licence(response);
  if (response.fault) return fail(*response.fault);
  if (is_lookup) return take_resource(response);
  if (address_.kind == AddressKind::estat) return take_page(std::move(response));
  take_file(std::move(response));
  return std::nullopt;
}

std::optional<Request> Errand::take_resource(const Response& response) {
  if (auto fault = read_ckan(response.bytes, source_.file, resource_))
    return fail(std::move(*fault));
  is_found_ = true;
  asks_licence_ =
      resource_.licence.empty() && source_.licence.empty() && !resource_.dataset.empty();
  if (!asks_licence_) return ask_for_resource();
  request_.url = ckan_url(address_.rest, resource_.dataset, true);
  return request_;
}

// A licence stands at the dataset. What a portal can't tell just now keeps no file away.
std::optional<Request> Errand::take_licence(const Response& response) {
  asks_licence_ = false;
  const auto licence = response.fault ? std::nullopt : ckan_licence(response.bytes);
  if (!licence)
    catch_.warning = Fault{
        "pull.licence",
        {"ポータルからデータセットの利用条件を聞けませんでした。sources.tomlにlicenceを書くか、"
         "時間をおいてやり直してください",
         "the portal could not tell the licence of the dataset; write licence in "
         "sources.toml, or try again later"}};
  resource_.licence = licence ? *licence : before_ ? before_->licence : std::string();
  return ask_for_resource();
}

std::optional<Request> Errand::ask_for_resource() {
  const std::string url = resolved(request_.url, resource_.url);
  if (url.empty())
    return fail({"pull.ckan",
                 {"ポータルが示すダウンロードの住所が読めません",
                  "the address to download that the portal names is none"}});
  request_.url = url;
  request_.limits = source_.pull.limits;
  Request made = request_;
  if (before_ && before_->final_address == url) add_validators(made);
  return made;
}

std::optional<Request> Errand::take_page(Response&& response) {
  if (auto fault = pages_.add(response.bytes)) return fail(std::move(*fault));
  if (pages_.size() > source_.pull.limits.bytes)
    return fail({"pull.size",
                 {"表が大きすぎます。パラメータで絞ってください",
                  "the table is too large; narrow it by parameters"}});
  if (pages_.next() > 0) {
    request_.url = estat_address(pages_.next());
    return request_;
  }
  if (auto fault = pages_.finish(catch_.bytes)) return fail(std::move(*fault));
  catch_.bytes = request_.secrets.blanked(std::move(catch_.bytes));
  catch_.provenance.final_address = estat_address(0);
  catch_.provenance.content_type = response.content_type;
  resource_.published = parse_date(pages_.published()) ? pages_.published() : std::string();
  return std::nullopt;
}

void Errand::take_file(Response&& response) {
  catch_.unchanged = response.status == 304;
  Provenance& from = catch_.provenance;
  from.final_address = response.url;
  from.etag = response.etag;
  from.last_modified = response.last_modified;
  from.content_type = response.content_type;
  if (catch_.unchanged) return;
  catch_.has_length = response.has_length;
  if (source_.pull.any_content)
    catch_.fault = empty_fault(response.bytes);
  else
    judge(response.content_type, response.bytes);
  if (auto told = told_secret(response.bytes)) catch_.fault = std::move(told);
  catch_.bytes = std::move(response.bytes);
}

// What lies in raw/ may go out with the site. Short values are words that stand anywhere.
std::optional<Fault> Errand::told_secret(std::string_view bytes) const {
  constexpr std::string_view marker = "env:";
  constexpr std::size_t shortest = 8;
  for (const auto& [name, value] : source_.pull.headers) {
    if (!value.starts_with(marker)) continue;
    const std::string variable = value.substr(marker.size());
    const std::string secret = environment_(variable).value_or("");
    const std::string word = secret.substr(secret.rfind(' ') + 1);  // of "Bearer TOKEN"
    if (word.size() < shortest || bytes.find(word) == std::string_view::npos) continue;
    return Fault{"pull.secret",
                 {"来たファイルの中に、環境変数" + variable +
                      "の値があります。raw/のものは公開されることがあるので、受け取りません",
                  "the value of the environment variable " + variable +
                      " stands in the file that came; what lies in raw/ may go out, so it is not "
                      "taken"}};
  }
  return std::nullopt;
}

void Errand::judge(const std::string& content_type, std::string_view bytes) {
  catch_.fault = content_fault(source_.file, content_type, bytes);
  if (catch_.fault || is_spreadsheet(source_.file)) return;
  CharsetVerdict verdict = charset_verdict(content_type, source_.pull.encoding, bytes, fits_);
  catch_.fault = std::move(verdict.fault);
  if (verdict.warning) catch_.warning = std::move(verdict.warning);
}

Catch Errand::result() {
  const Secrets& secrets = request_.secrets;
  Provenance& from = catch_.provenance;
  from.address = source_.url;
  from.licence = source_.licence.empty() ? resource_.licence : source_.licence;
  from.published = source_.published.empty() ? resource_.published : source_.published;
  for (std::string* text :
       {&from.final_address, &from.etag, &from.last_modified, &from.content_type, &from.licence})
    *text = secrets.blanked(std::move(*text));
  for (auto* said : {&catch_.fault, &catch_.warning}) {
    if (!*said) continue;
    Message& message = (*said)->message;
    message = {presentable(secrets.blanked(message.ja)), presentable(secrets.blanked(message.en))};
  }
  return std::move(catch_);
}

}  // namespace yokoten
