using System.Text;
using BenchmarkDotNet.Attributes;
using CxoneAssist.AspNetCore.Webhooks;

namespace CxoneAssist.Benchmarks;

/// <summary>Checks the known answer of Standard Webhooks.</summary>
[MemoryDiagnoser]
public class SignatureBenchmarks
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"test": 2432232314}""");
    private static readonly byte[] Key = Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static readonly DateTimeOffset SentAt = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    private readonly SignatureScheme _scheme = new(new WebhookSignatureScheme());
    private readonly SignatureHeaders _headers = new("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    /// <summary>Checks it.</summary>
    [Benchmark]
    public bool Verify() => WebhookSignature.Verify(Body, _headers, _scheme, [Key], SentAt) == SignatureVerdict.Valid
        ? true
        : throw new InvalidOperationException("The known answer does not hold.");
}
