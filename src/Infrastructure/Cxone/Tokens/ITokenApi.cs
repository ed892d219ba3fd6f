using Refit;

namespace CxoneAssist.Infrastructure.Cxone.Tokens;

internal interface ITokenApi
{
    [Post("/{**path}")]
    Task<ApiResponse<TokenWire>> FetchTokenAsync(
        string path,
        [Body(BodySerializationMethod.UrlEncoded)] TokenRequestWire request,
        CancellationToken cancellationToken);
}
