using System.Collections.Concurrent;
using System.Text;
using CxoneAssist.Simulator.Forms;

namespace CxoneAssist.Simulator;

/// <summary>
/// The forms that customers have submitted. An interaction without a form of its own gets the score
/// that its id contains (<c>r1-5~s2.9~</c> gets 2.9), else
/// <see cref="CxoneSimulatorOptions.DefaultScore"/>, else 404; such a form is submitted when it is read.
/// </summary>
public sealed class SimulatorForms
{
    private readonly ConcurrentDictionary<string, StoredForm> _forms = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly string _scoreField;
    private readonly string? _defaultScore;

    // Milliseconds are what CXone sends at the finest.
    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(_time.GetUtcNow().ToUnixTimeMilliseconds());

    internal SimulatorForms(TimeProvider time, string scoreField, string? defaultScore) =>
        (_time, _scoreField, _defaultScore) = (time, scoreField, defaultScore);

    /// <summary>Submits a form; an earlier one of the same interaction is replaced.</summary>
    /// <param name="interactionId">The interaction.</param>
    /// <param name="score">The literal value of <see cref="CxoneSimulatorOptions.ScoreField"/>.</param>
    /// <param name="submittedAt">The value of <c>submittedAt</c>. Default: now.</param>
    public void Put(string interactionId, string score, DateTimeOffset? submittedAt = null) =>
        _forms[interactionId] = new StoredForm(Serialize(interactionId, score, submittedAt ?? Now));

    /// <summary>Submits a form with several answers; an earlier one of the same interaction is replaced.</summary>
    /// <param name="interactionId">The interaction.</param>
    /// <param name="answers">The literal values by field, in their order.</param>
    /// <param name="submittedAt">The value of <c>submittedAt</c>. Default: now.</param>
    public void PutAnswers(
        string interactionId, IEnumerable<KeyValuePair<string, string>> answers, DateTimeOffset? submittedAt = null) =>
        _forms[interactionId] = new StoredForm(FormJson.Serialize(interactionId, answers, submittedAt ?? Now));

    /// <summary>Stores a form that the customer may still be filling in: it has no <c>submittedAt</c>.</summary>
    /// <param name="interactionId">The interaction.</param>
    /// <param name="score">The literal value of <see cref="CxoneSimulatorOptions.ScoreField"/>.</param>
    public void PutUnsubmitted(string interactionId, string score) =>
        _forms[interactionId] = new StoredForm(Serialize(interactionId, score, null));

    /// <summary>Makes an interaction return any text as its form.</summary>
    public void PutRaw(string interactionId, string json) =>
        _forms[interactionId] = new StoredForm(Encoding.UTF8.GetBytes(json));

    /// <summary>Submits a form that is answered 404 at first.</summary>
    /// <param name="interactionId">The interaction.</param>
    /// <param name="score">The value of <see cref="CxoneSimulatorOptions.ScoreField"/>.</param>
    /// <param name="notBeforeCalls">How many requests are answered 404.</param>
    public void PutLate(string interactionId, string score, int notBeforeCalls) =>
        _forms[interactionId] = new StoredForm(Serialize(interactionId, score, Now), notBeforeCalls);

    /// <summary>Submits a form that is answered 404 for some time from now.</summary>
    /// <param name="interactionId">The interaction.</param>
    /// <param name="score">The value of <see cref="CxoneSimulatorOptions.ScoreField"/>.</param>
    /// <param name="after">How long.</param>
    public void PutLate(string interactionId, string score, TimeSpan after)
    {
        var submittedAt = _time.GetUtcNow() + after;
        _forms[interactionId] =
            new StoredForm(Serialize(interactionId, score, submittedAt), NotBefore: submittedAt);
    }

    /// <summary>
    /// The interaction's form now, and whether it is answered 404 although a form exists.
    /// </summary>
    internal (byte[]? Json, bool Late) Ask(string interactionId)
    {
        if (_forms.TryGetValue(interactionId, out var form))
        {
            return form.Ask(_time.GetUtcNow()) ? (form.Json, false) : (null, true);
        }

        var score = NamedScore.In(interactionId) ?? _defaultScore;
        return (score is null ? null : Serialize(interactionId, score, Now), false);
    }

    private byte[] Serialize(string interactionId, string score, DateTimeOffset? submittedAt) =>
        FormJson.Serialize(interactionId, [KeyValuePair.Create(_scoreField, score)], submittedAt);
}
