using System.Text.Json;
using System.Text.Json.Serialization;
using Refit;

namespace CxoneAssist.Infrastructure.Cxone.Tokens;

internal sealed class TokenRequestWire
{
    [AliasAs("grant_type")]
    public string GrantType { get; } = "client_credentials";

    [AliasAs("client_id")]
    public required string ClientId { get; init; }

    [AliasAs("client_secret")]
    public required string ClientSecret { get; init; }

    [AliasAs("scope")]
    public string? Scope { get; init; }
}

internal sealed record TokenWire([property: JsonPropertyName("access_token")] string AccessToken)
{
    [JsonPropertyName("expires_in")]
    public JsonElement ExpiresIn { get; init; }

    [JsonPropertyName("scope")]
    public JsonElement Scope { get; init; }
}

[JsonSourceGenerationOptions(
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(TokenWire))]
internal sealed partial class TokenJson : JsonSerializerContext;
