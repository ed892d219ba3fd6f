using System.Text;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Workflow;

internal sealed class TaskLookupTests : CxoneTests
{
    private static readonly string[] OldestFirst = ["old", "young", "undated", "undated too"];

    [Test]
    public async Task FindAsync_Tasks_AreGivenOldestFirst()
    {
        Cxone.On(Route.Find, Answer.Json(200, $$"""
            {"tasks":[
              {"id":"undated",{{Field("i-1")}}},
              {"id":"young","createdAt":"2026-11-22T10:00:00Z",{{Field("i-1")}}},
              {"id":"old","createdAt":"2026-11-22T10:00:00+01:00",{{Field("i-1")}}},
              {"id":"undated too",{{Field("i-1")}}}]}
            """));

        Assert.That(Outcomes.As<TaskLookup.Found>(await FindAsync()).TaskIds, Is.EqualTo(OldestFirst));
    }

    [TestCase(200, """{"tasks":[]}""")]
    [TestCase(200, """{"tasks":null}""")]
    [TestCase(200, "null")]
    [TestCase(200, "")]
    [TestCase(200, " \r\n")]
    [TestCase(204, "")]
    public async Task FindAsync_EmptySuccess_IsNone(int status, string body)
    {
        Cxone.On(Route.Find, Answer.Bytes(status, Encoding.UTF8.GetBytes(body)));

        Assert.That(await Sut.PassTimeUntilAsync(FindAsync()), Is.InstanceOf<TaskLookup.None>());
    }

    [TestCase("""{"id":"t-2","customFields":[{"id":"interaction_id_link","value":"other"}]}""")]
    [TestCase("""{"id":"t-2","customFields":[{"id":"another_field","value":"i-1"}]}""")]
    [TestCase("""{"id":"t-2","customFields":[]}""")]
    [TestCase("""{"id":"t-2"}""")]
    public async Task FindAsync_TasksOfOtherInteractions_ProveNothing(string other)
    {
        Cxone.On(Route.Find, Answer.Json(200, $$"""{"tasks":[{"id":"t-1",{{Field("i-1")}}},{{other}}]}"""));

        Assert.That(await FindAsync(), Is.InstanceOf<TaskLookup.Unsupported>().With.Property("Status").Null);
    }

    [TestCase(400)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(405)]
    [TestCase(501)]
    public async Task FindAsync_TenantThatCannotSearch_IsUnsupportedWithTheReason(int status)
    {
        Cxone.On(Route.Find, Answer.Json(status, """{"message":"no search here"}"""));

        var answer = await Sut.PassTimeUntilAsync(FindAsync());

        var unsupported = Outcomes.As<TaskLookup.Unsupported>(answer);
        Assert.That(unsupported.Status, Is.EqualTo(status));
        Assert.That(unsupported.Reason, Does.Contain("no search here"));
    }

    [TestCase(200, "{}")]
    [TestCase(200, "[]")]
    [TestCase(200, """{"message":"quota exceeded"}""")]
    [TestCase(200, """{"tasks":[null]}""")]
    [TestCase(200, """{"tasks":[{"customFields":[]}]}""")]
    [TestCase(200, "<html/>")]
    [TestCase(401, "")]
    [TestCase(500, "")]
    public async Task FindAsync_AnythingElse_IsAFailure(int status, string body)
    {
        Cxone.On(Route.Find, Answer.Json(status, body));

        Assert.That(await Sut.PassTimeUntilAsync(FindAsync()), Is.InstanceOf<TaskLookup.Failed>());
    }

    private static string Field(string interactionId) =>
        $$""" "customFields":[{"id":"other","value":7},{"id":"interaction_id_link","value":"{{interactionId}}"}] """;

    private Task<TaskLookup> FindAsync() => Sut.FindAsync("i-1");
}
