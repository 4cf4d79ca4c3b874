#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pull/fault.h"

namespace yokoten {

/// What a CKAN portal says about a resource.
struct CkanResource {
  std::string url, licence;
  std::string dataset;    ///< the id of the one that it belongs to, where the portal says it
  std::string published;  ///< the day of its last change, empty where the portal has none
};

/// The address that asks `portal` (`HOST[:PORT][/FOLDER]`) about a resource or a dataset.
std::string ckan_url(const std::string& portal, const std::string& id, bool is_dataset);

/// The licence of a dataset, from the answer of package_show; empty where it has none. Nothing
/// where it is no such answer.
std::optional<std::string> ckan_licence(std::string_view answer);

/// Reads the answer of resource_show or package_show. Of a dataset it is the one resource whose
/// format is the ending of `file`; a fault that lists them where none or several are.
std::optional<Fault> read_ckan(std::string_view answer, std::string_view file,
                               CkanResource& resource);

}  // namespace yokoten
